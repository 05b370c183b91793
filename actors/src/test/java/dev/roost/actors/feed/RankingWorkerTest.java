package dev.roost.actors.feed;

import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.fault.Fault;
import dev.roost.model.fault.Touched;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.FeedQuery;
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
import dev.roost.model.registry.CanaryArm;
import dev.roost.model.retrieve.Views;
import dev.roost.model.score.TreeEnsemble;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RankingWorkerTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final ItemTable TABLE = new ItemTable(1024, 2);
  private static final UserId READER = new UserId(1);

  private final TestInbox<RankingWorker.Ranked> client = TestInbox.create();
  private final TestInbox<RankingPool.Command> pool = TestInbox.create();
  private final Views views = Views.over(TABLE, 10, 1000);
  private final BehaviorTestKit<RankingWorker.Command> worker =
      BehaviorTestKit.create(
          RankingWorker.create(
              new FeedAssembly.Factory(views, RankSettings.usual(), 7), pool.getRef()));

  private RankingWorker.Rank job(long id, Interest interest) {
    return job(id, interest, READER);
  }

  private RankingWorker.Rank job(long id, Interest interest, UserId reader) {
    var view =
        new ReaderView(reader, Profile.unknown(), START, Relations.none(), ReaderHistory.empty());
    return new RankingWorker.Rank(
        new RequestId(id),
        view,
        FeedQuery.feed(reader, START, 10),
        new InNetwork(new int[0], new int[0]),
        interest,
        client.getRef());
  }

  @Test
  void ranksWhatSomeoneWaitsForAndLeavesOutTheRest() {
    var over = new Interest();
    over.end();

    worker.run(job(1, over));
    worker.run(job(2, new Interest()));

    assertThat(client.getAllReceived())
        .extracting(ranked -> ranked.feed().page().request())
        .containsExactly(new RequestId(2));
  }

  @Test
  void theCanaryRanksForItsReadersAndForNobodyElse() {
    var canary = CanaryArm.of(0.3, "hash");
    worker.run(
        new RankingWorker.Install(
            new Arms(model("m1"), model("m2"), canary, null), TestInbox.<Done>create().getRef()));

    for (int i = 1; i <= 100; i++) {
      worker.run(job(i, new Interest(), new UserId(i)));
    }

    var versions =
        client.getAllReceived().stream().map(ranked -> ranked.feed().page().modelVersion());
    assertThat(versions)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 100)
                .mapToObj(i -> canary.holds(new UserId(i)) ? "m2" : "m1")
                .toList())
        .contains("m1", "m2");
  }

  @Test
  void aNodeThatMissedAModelRanksWithTheOneBefore() {
    var touched = Touched.of(0.3, "skew");
    worker.run(
        new RankingWorker.Install(
            new Arms(model("m2"), null, CanaryArm.of(0, ""), model("m1")),
            TestInbox.<Done>create().getRef()));

    views.impairments().set(List.of(new Fault.PreviousModel(touched)), TABLE);
    assertThat(versions())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 100)
                .mapToObj(i -> touched.holds(new UserId(i)) ? "m1" : "m2")
                .toList())
        .contains("m1", "m2");
    views.impairments().set(List.of(), TABLE);
    assertThat(versions()).containsOnly("m2");
  }

  private List<String> versions() {
    for (int i = 1; i <= 100; i++) {
      worker.run(job(i, new Interest(), new UserId(i)));
    }
    return client.getAllReceived().stream()
        .map(ranked -> ranked.feed().page().modelVersion())
        .toList();
  }

  private static RankingModel model(String version) {
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
}
