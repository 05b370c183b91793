package dev.roost.api.bench.feed;

import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.FollowGraph;
import dev.roost.api.bench.GraphSize;
import dev.roost.api.bench.Latencies;
import dev.roost.api.bench.Median;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How long reads take: alone, through an entity, and under load beside a huge author.
final class LatencyPart {

  private static final int ROUNDS = 10; // of reads by some thousand readers
  private static final int USERS = 2_000;
  private static final int FOLLOWS = 50;
  private static final int PAGE = 50;
  private static final double LOAD = 0.25; // of what saturates
  private static final double MILLI = 1e6;
  private static final long LOAD_BYTES = 1L << 30; // of what waits, and for the collector
  private static final long SMALL_BYTES = 256L << 20;

  private final FeedBenchSettings settings;
  private final BenchListener listener;

  LatencyPart(FeedBenchSettings settings, BenchListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /// Returns what is to be measured; nothing is drawn before that begins.
  Stream<Measurement> measurements() {
    long users = HugeAuthor.users(settings);
    long edges = HugeAuthor.edges(settings);
    return Stream.of(
        new Measurement("latency of reads of 500 on one thread", SMALL_BYTES, this::direct),
        new Measurement("latency of reads of 500 by entities", SMALL_BYTES, this::throughEntities),
        new Measurement(
            "latency under load, %,d users and %,d edges".formatted(users, edges),
            LOAD_BYTES + GraphSize.treeBytes(users, edges) + GraphSize.graphBytes(edges),
            this::underLoad));
  }

  private List<BenchRow> direct() {
    var graph = FollowGraph.generate(USERS, USERS * FOLLOWS, settings.seed());
    var push = new WarmReaders(graph, Strategy.named(Strategy.ALL_PUSH), settings.seed());
    var pull = new WarmReaders(graph, Strategy.named(Strategy.ALL_PULL), settings.seed());
    var pushed = new Latencies();
    var pulled = new Latencies();
    var deep = new Latencies();
    for (int round = -WarmReaders.WARM_UPS; round < ROUNDS; round++) {
      push.post(WarmReaders.NEW_POSTS);
      pull.post(WarmReaders.NEW_POSTS);
      (round < 0 ? new Latencies() : pushed).add(push.readNext());
      (round < 0 ? new Latencies() : pulled).add(pull.readNext());
      (round < 0 ? new Latencies() : deep).add(push.scrollNext(PAGE));
    }
    var rows = new ArrayList<>(pushed.rows("read-500-partition"));
    rows.addAll(pulled.rows("read-500-partition-pulled"));
    rows.addAll(deep.rows("deep-page"));
    return rows;
  }

  private List<BenchRow> throughEntities() {
    try (var entities = new EntityReads(settings.seed())) {
      var latencies = new Latencies();
      for (int round = -WarmReaders.WARM_UPS; round < ROUNDS; round++) {
        var measured = round < 0 ? new Latencies() : latencies;
        entities.readAll().forEach(measured::add);
      }
      return latencies.rows("read-500-user-entity");
    }
  }

  private List<BenchRow> underLoad() {
    var graph = HugeAuthor.graph(settings);
    var rows = new ArrayList<>(underLoad(graph, Strategy.PER_EDGE, ""));
    rows.addAll(underLoad(graph, Strategy.ALL_PUSH, "-all-push"));
    return rows;
  }

  private List<BenchRow> underLoad(FollowGraph graph, String strategy, String suffix) {
    listener.doing("latency: %s, everybody reads once".formatted(strategy));
    try (var load = new OpenLoad(graph, strategy, settings.seed())) {
      var time = Duration.ofSeconds(settings.seconds());
      load.saturate(time.dividedBy(2)); // for the compiler
      double saturating = load.saturate(time.dividedBy(2));
      load.run(saturating * LOAD, time, true);
      var without = new ArrayList<Latencies>();
      var with = new ArrayList<Latencies>();
      for (int round = 0; round < settings.rounds(); round++) {
        listener.doing(
            "latency: %s, %,.0f posts/s, round %d"
                .formatted(strategy, saturating * LOAD, round + 1));
        without.add(load.run(saturating * LOAD, time, false));
        with.add(load.run(saturating * LOAD, time, true));
      }
      if (load.lost() != 0) {
        listener.leavingOut(
            "left out: latency under load with %s: this machine was busy with something else, and %,d deliveries of the huge author were lost"
                .formatted(strategy, load.lost()));
        return List.of();
      }
      double p99 = median(without, 99);
      double p99WithHuge = median(with, 99);
      return List.of(
          new BenchRow("saturating" + suffix, saturating, "posts/s"),
          new BenchRow("read-p50" + suffix, median(without, 50), "us"),
          new BenchRow("read-p99" + suffix, p99, "us"),
          new BenchRow("read-p50-with-huge" + suffix, median(with, 50), "us"),
          new BenchRow("read-p99-with-huge" + suffix, p99WithHuge, "us"),
          new BenchRow("huge-vs-without" + suffix, p99WithHuge / Math.max(1, p99), "x"),
          new BenchRow("huge-visible-max" + suffix, load.hugeVisible().toNanos() / MILLI, "ms"));
    }
  }

  private static double median(List<Latencies> rounds, double percentile) {
    return Median.of(rounds.stream().mapToDouble(each -> each.micros(percentile)).toArray());
  }
}
