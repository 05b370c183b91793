package dev.roost.actors.feed;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import java.time.Instant;

/// A feed desk for tests, among probes; a ranking pool that never answers stands for one that is
/// late.
final class DeskAmongProbes implements AutoCloseable {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final UserId READER = new UserId(1);
  private static final PrecomputeSettings AHEAD =
      new PrecomputeSettings(
          2, 3, Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofHours(1));
  static final FeedSettings SETTINGS = new FeedSettings(Duration.ofMillis(300), 10, 1, AHEAD);

  final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  final ManualTime time = ManualTime.get(kit.system());
  final ItemTable table = new ItemTable(1024, 2);
  final TestProbe<RankingPool.Command> ranking = kit.createTestProbe();
  final TestProbe<OutcomeJoiner.Command> outcomes = kit.createTestProbe();
  final TestProbe<FeedQuery> sought = kit.createTestProbe();
  final TestProbe<FeedRequest.Reply> client = kit.createTestProbe();
  final ActorRef<FeedDesk.Command> desk =
      kit.spawn(
          FeedDesk.create(
              table,
              ranking.getRef(),
              outcomes.getRef(),
              SETTINGS,
              query -> sought.getRef().tell(query)));
  private final ActorRef<RankingPool.Installed> watcher =
      ranking.expectMessageClass(RankingPool.Watch.class).watcher();

  @Override
  public void close() {
    kit.shutdownTestKit();
  }

  /// Tells that a model ranks, as the pool would.
  void install(String version) {
    watcher.tell(new RankingPool.Installed(Arms.of(DeskWithModels.model(version))));
  }

  int post(long id, long author) {
    return post(id, author, START.plusSeconds(id));
  }

  int at(Instant at, long id) {
    return post(id, 7, at);
  }

  int post(long id, long author, Instant at) {
    return table.append(
        new Post(
            new ItemId(id), new UserId(author), at, "birds", "en", MediaKind.TEXT, "text", null));
  }

  static ReaderView reader(Relations relations) {
    return new ReaderView(READER, Profile.unknown(), START, relations, ReaderHistory.empty());
  }

  void ask(Relations relations, int... rows) {
    desk.tell(
        new FeedDesk.Assemble(
            reader(relations),
            FeedQuery.feed(READER, START, 10),
            new InNetwork(rows, new int[0]),
            client.getRef()));
    ranking.receiveMessage();
  }

  FeedPage lateAnswer() {
    time.timePasses(SETTINGS.deadline());
    return client.expectMessageClass(FeedRequest.Served.class).page();
  }

  /// Asks for a timeline and returns it; neither ranking nor time passing has a part in it.
  FeedPage timeline(Relations relations, int limit, int[] pushed, int[] pulled) {
    return timeline(relations, limit, Stretch.ALL, new InNetwork(pushed, pulled));
  }

  FeedPage timeline(Relations relations, int limit, Stretch stretch, InNetwork found) {
    desk.tell(
        new FeedDesk.Assemble(
            reader(relations),
            FeedQuery.following(READER, START, limit, stretch),
            found,
            client.getRef()));
    return client.expectMessageClass(FeedRequest.Served.class).page();
  }
}
