package dev.roost.api.bench.rank;

import dev.roost.api.port.ActorPort;
import dev.roost.api.port.ActorPortFactory;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.PortFactory.PortSettings;
import dev.roost.simulator.port.TickSummary;
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
  private record Port(
      ActorPort port, Set<UserId> readers, Instant end, Consumer<LivedWorld> visitor)
      implements FeedPort {

    Port(ActorPort port, Instant end, Consumer<LivedWorld> visitor) {
      this(port, ConcurrentHashMap.newKeySet(), end, visitor);
    }

    @Override
    public CompletionStage<Void> register(UserId user, Profile profile, Instant at) {
      return port.register(user, profile, at);
    }

    @Override
    public CompletionStage<Void> relate(
        UserId user, RelationChange change, UserId other, Instant at) {
      return port.relate(user, change, other, at);
    }

    @Override
    public CompletionStage<Void> publish(Post post) {
      return port.publish(post);
    }

    @Override
    public CompletionStage<Void> delete(UserId author, ItemId item, Instant at) {
      return port.delete(author, item, at);
    }

    @Override
    public CompletionStage<FeedPage> feed(FeedQuery query) {
      readers.add(query.reader());
      return port.feed(query);
    }

    @Override
    public CompletionStage<Void> engage(
        UserId reader, RequestId request, List<Engagement> engagements, Instant at) {
      return port.engage(reader, request, engagements, at);
    }

    @Override
    public CompletionStage<TickSummary> barrier(Instant at) {
      return port.barrier(at);
    }

    @Override
    public Monitors monitors() {
      return port.monitors();
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
