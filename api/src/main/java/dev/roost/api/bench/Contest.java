package dev.roost.api.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Contestants that take turns within each round.
final class Contest implements AutoCloseable {

  private static final double NANOS = 1e9;

  private final FanoutBenchSettings settings;
  private final FollowGraph graph;
  private final BenchListener listener;
  private final Map<FanoutEntry, Measured> entered = new EnumMap<>(FanoutEntry.class);
  private Optional<Loop> loop = Optional.empty();

  /// A contestant and what was measured of it.
  private record Measured(Contestant contestant, Figures figures) {}

  Contest(FanoutBenchSettings settings, FollowGraph graph, BenchListener listener) {
    this.settings = settings;
    this.graph = graph;
    this.listener = listener;
  }

  /// Takes in a contestant, and weighs it after a first round.
  void enter(FanoutEntry entry, Supplier<Contestant> start) {
    boolean shares = entry == FanoutEntry.LOOP_1 && loop.isPresent(); // the inboxes of another
    long before = LiveHeap.bytes();
    var contestant = start.get();
    var figures = new Figures();
    entered.put(entry, new Measured(contestant, figures));
    run(entry, contestant, draw(Integer.MIN_VALUE));
    if (!shares) {
      long bytes = contestant.bytesOutside().orElseGet(() -> LiveHeap.bytes() - before);
      figures.setBytes(bytes, contestant.bytesByPart(), contestant.readers());
    }
  }

  /// Returns the loop, which one and two threads share.
  Loop loop() {
    var shared = loop.orElseGet(() -> new Loop(graph));
    loop = Optional.of(shared);
    return shared;
  }

  /// Lets all run a round; those below 0 do not count.
  void play(int number) {
    var round = draw(number);
    var told = new StringBuilder(number < 0 ? "warming up:" : "round " + (number + 1) + ":");
    entered.forEach(
        (entry, measured) -> {
          double rate = run(entry, measured.contestant(), round);
          if (number >= 0) {
            measured.figures().addRate(rate);
          }
          told.append(" %s %.2f M/s".formatted(entry.row(), rate / 1e6));
        });
    listener.doing(told.toString());
  }

  private PostRound draw(int number) {
    return PostRound.draw(
        graph, settings.seed(), number, settings.deliveries(), settings.mostPosts());
  }

  private static double run(FanoutEntry entry, Contestant contestant, PostRound round) {
    var delivery = contestant.prepare(round);
    System.gc(); // what was prepared is no work of the contestant, and neither is copying it
    long began = System.nanoTime();
    long deliveries = delivery.run().getAsLong();
    long took = Math.max(1, System.nanoTime() - began);
    if (deliveries != delivery.expected()) {
      throw new BenchException.WrongWork(
          "%s made %,d deliveries where the graph asks for %,d"
              .formatted(entry.row(), deliveries, delivery.expected()));
    }
    delivery.verify().run();
    return deliveries * NANOS / took;
  }

  /// Returns what was measured so far.
  Map<FanoutEntry, Figures> figures() {
    var figures = new EnumMap<FanoutEntry, Figures>(FanoutEntry.class);
    entered.forEach((entry, measured) -> figures.put(entry, measured.figures()));
    return figures;
  }

  @Override
  public void close() {
    entered.values().forEach(measured -> measured.contestant().close());
    loop.ifPresent(Loop::close);
  }
}
