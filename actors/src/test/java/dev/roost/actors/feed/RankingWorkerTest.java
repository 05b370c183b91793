package dev.roost.actors.feed;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.model.crowd.Crowd;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.rank.RankSettings;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RankingWorkerTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final ItemTable TABLE = new ItemTable(1024, 2);
  private static final UserId READER = new UserId(1);

  private final TestInbox<RankingWorker.Ranked> client = TestInbox.create();
  private final TestInbox<RankingPool.Command> pool = TestInbox.create();
  private final BehaviorTestKit<RankingWorker.Command> worker =
      BehaviorTestKit.create(
          RankingWorker.create(
              new FeedAssembly.Factory(TABLE, new Crowd(TABLE, 10), RankSettings.usual(), 7),
              pool.getRef()));

  private RankingWorker.Rank job(long id, Interest interest) {
    var view =
        new ReaderView(READER, Profile.unknown(), START, Relations.none(), ReaderHistory.empty());
    return new RankingWorker.Rank(
        new RequestId(id),
        view,
        FeedQuery.feed(READER, START, 10),
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
}
