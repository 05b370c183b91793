package dev.roost.actors.feed;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.domain.Device;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Occasion;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemTable;
import dev.roost.model.rank.Formula;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.LightRanker;
import dev.roost.model.rank.PlattScaling;
import dev.roost.model.rank.Provenance;
import dev.roost.model.rank.RankSettings;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import dev.roost.model.retrieve.Views;
import dev.roost.model.score.TreeEnsemble;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// A desk that makes feeds ahead with a pool of workers, for tests that stand in for readers'
/// entities and partitions.
final class DeskWithModels implements AutoCloseable {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final int ITEMS = 12;
  static final int LIMIT = 5;

  final ActorTestKit kit = ActorTestKit.create();
  final ItemTable table = new ItemTable(1024, 2);
  final TestProbe<OutcomeJoiner.Command> outcomes = kit.createTestProbe();
  final TestProbe<FeedQuery> sought = kit.createTestProbe();
  final TestProbe<Done> over = kit.createTestProbe();
  private final TestProbe<FeedRequest.Reply> client = kit.createTestProbe();
  private final ActorRef<RankingPool.Command> pool =
      kit.spawn(RankingPool.create(Views.over(table, 10, 1000), RankSettings.usual(), 7, 1));
  final ActorRef<FeedDesk.Command> desk;

  /// Starts a desk over a table of posts by as many authors.
  DeskWithModels(PrecomputeSettings settings) {
    var feeds = new FeedSettings(Duration.ZERO, 10, 1, settings);
    desk =
        kit.spawn(
            FeedDesk.create(
                table, pool, outcomes.getRef(), feeds, query -> sought.getRef().tell(query)));
    table.advance(START);
    for (int i = 0; i < ITEMS; i++) {
      table.append(
          new Post(
              new ItemId(i),
              new UserId(100 + i),
              START.minusSeconds(i),
              "topic" + i,
              "en",
              MediaKind.TEXT,
              "text",
              null));
    }
  }

  void install(String version) {
    pool.tell(new RankingPool.Install(Arms.of(model(version)), over.getRef()));
    over.expectMessageClass(Done.class);
  }

  static RankingModel model(String version) {
    var schema = FeatureSchema.standard();
    return new RankingModel(
        version,
        schema.hash(),
        new Formula.OfTrees(TreeEnsemble.of(schema.size(), new double[Head.COUNT], List.of())),
        Collections.nCopies(Head.COUNT - 1, PlattScaling.none()),
        LightRanker.none(),
        TokenEmbedding.empty("of " + version, 2),
        new Provenance(START, START, 9, 3, "data", "options", 7, "here"));
  }

  static ReaderView reader(long id) {
    return reader(id, Relations.none(), ReaderHistory.empty());
  }

  static ReaderView reader(long id, Relations relations, ReaderHistory history) {
    return new ReaderView(new UserId(id), Profile.unknown(), START, relations, history);
  }

  static FeedQuery query(long reader, Instant at) {
    return query(reader, at, LIMIT, Device.PHONE, false);
  }

  static FeedQuery query(long reader, Instant at, int limit, Device device, boolean explain) {
    return new FeedQuery(
        new UserId(reader),
        at,
        limit,
        new Occasion(0, 0, device),
        FeedQuery.Scope.FEED,
        Stretch.ALL,
        explain);
  }

  /// Returns all rows of the table, by push.
  static InNetwork inNetwork() {
    return new InNetwork(IntStream.range(0, ITEMS).toArray(), new int[0]);
  }

  /// Returns the answer to a read.
  FeedPage read(ReaderView reader, FeedQuery query) {
    desk.tell(new FeedDesk.Assemble(reader, query, inNetwork(), client.getRef()));
    return client.expectMessageClass(FeedRequest.Served.class).page();
  }

  void precompute(Instant at) {
    desk.tell(new FeedDesk.Precompute(at, over.getRef()));
  }

  /// Has the feed of one reader made ahead, from this view of them.
  FeedQuery makeAhead(ReaderView reader, Instant at) {
    precompute(at);
    var query = sought.receiveMessage();
    desk.tell(new FeedDesk.Ahead(reader, query, inNetwork()));
    over.expectMessageClass(Done.class);
    return query;
  }

  /// Returns what the next feed is logged as.
  OutcomeJoiner.Note noted() {
    return outcomes.expectMessageClass(OutcomeJoiner.Note.class);
  }

  @Override
  public void close() {
    kit.shutdownTestKit();
  }
}
