package dev.roost.api.bench.rank;

import dev.roost.api.port.ActorPort;
import dev.roost.api.port.ActorPortFactory;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.port.ForwardingPort;
import dev.roost.simulator.port.PortFactory.PortSettings;
import dev.roost.simulator.run.Progress;
import dev.roost.simulator.run.Simulation;
import dev.roost.simulator.run.SimulationSettings;
import dev.roost.simulator.scenario.Scenarios;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The recommender of a simulated world once its last day is over, with all that its readers did,
/// open for requests of someone else.
final class LivedWorld {

  private final ActorPort port;
  private final List<UserId> readers;
  private final Instant now;

  private LivedWorld(ActorPort port, Set<UserId> readers, Instant now) {
    this.port = port;
    this.readers = readers.stream().sorted().toList();
    this.now = now;
  }

  /// Lets a world live for some days, then hands it over; its recommender ends afterwards.
  ///
  /// No model is trained after the last day.
  ///
  /// @param config of the recommender, by path, where it is not that of a simulation
  static void after(
      int users,
      int days,
      int threads,
      long seed,
      Map<String, ?> config,
      Consumer<LivedWorld> visitor) {
    var settings =
        SimulationSettings.of(users, days, seed, threads, false, Scenarios.builtIn().find("none"));
    var end = SimulationSettings.START.plusSeconds(settings.ticks() * settings.tick().toSeconds());
    var factory = new ActorPortFactory(config);
    Simulation.run(
        settings,
        each ->
            new Port(
                factory.open(
                    new PortSettings(
                        each.seed(), each.threads(), each.start(), end, each.durable())),
                end,
                visitor),
        Progress.none());
  }

  /// Returns everybody who ever asked for a feed; not empty.
  List<UserId> readers() {
    return readers;
  }

  /// Answers a feed at the end of the last day.
  CompletionStage<FeedPage> feed(UserId reader, int limit) {
    return port.feed(FeedQuery.feed(reader, now, limit));
  }

  /// Makes feeds ahead for those who asked last, a batch of them.
  CompletionStage<?> precompute() {
    return port.precompute(now);
  }

  /// Notes who asks, and is visited before it closes.
  private static final class Port extends ForwardingPort {

    private final ActorPort port;
    private final Set<UserId> readers = ConcurrentHashMap.newKeySet();
    private final Instant end;
    private final Consumer<LivedWorld> visitor;

    Port(ActorPort port, Instant end, Consumer<LivedWorld> visitor) {
      super(port);
      this.port = port;
      this.end = end;
      this.visitor = visitor;
    }

    @Override
    public CompletionStage<FeedPage> feed(FeedQuery query) {
      readers.add(query.reader());
      return super.feed(query);
    }

    @Override
    public void close() {
      try (port) {
        if (!readers.isEmpty()) {
          visitor.accept(new LivedWorld(port, readers, end));
        }
      }
    }
  }
}
