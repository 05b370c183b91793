package dev.roost.actors.feed;

import static dev.roost.actors.feed.DeskAmongProbes.READER;
import static dev.roost.actors.feed.DeskAmongProbes.SETTINGS;
import static dev.roost.actors.feed.DeskAmongProbes.START;
import static dev.roost.actors.feed.DeskAmongProbes.reader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.fanout.InNetwork;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.actors.learn.ServedFeed;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.reader.Relations;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FeedRequestTest {

  private final DeskAmongProbes desk = new DeskAmongProbes();

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void aLateRankingIsReplacedByTheNewestInNetwork() {
    int older = desk.post(1, 7);
    int newer = desk.post(2, 7);

    desk.ask(Relations.none(), newer, older);

    var page = desk.lateAnswer();
    assertThat(page.quality()).isEqualTo(Quality.CHRONOLOGICAL);
    assertThat(page.items())
        .extracting(FeedItem::item)
        .containsExactly(new ItemId(2), new ItemId(1));
  }

  @Test
  void aLateRankingIsReplacedByTheLastFullAnswerWithoutWhatBecameUnsafe() {
    int kept = desk.post(1, 7);
    int deleted = desk.post(2, 7);
    desk.post(3, 8);
    desk.desk.tell(new FeedDesk.Remember(READER, full(1, 2, 3)));
    desk.table.setStatus(deleted, ItemStatus.DELETED);

    desk.ask(Relations.none().after(RelationChange.MUTE, 8), kept);

    var page = desk.lateAnswer();
    assertThat(page.quality()).isEqualTo(Quality.LAST_SCORES);
    assertThat(page.items()).extracting(FeedItem::item).containsExactly(new ItemId(1));
  }

  private static FeedPage full(long... ids) {
    var items =
        Arrays.stream(ids)
            .mapToObj(
                id ->
                    new FeedItem(
                        new ItemId(id),
                        new UserId(id == 3 ? 8 : 7),
                        START,
                        Source.TRENDING,
                        0.5,
                        0.5,
                        0,
                        false,
                        1))
            .toList();
    return new FeedPage(new RequestId(1), Quality.FULL, "m1", 3, items);
  }

  @Test
  void nobodyIsInterestedInALateRanking() {
    desk.desk.tell(
        new FeedDesk.Assemble(
            reader(Relations.none()),
            FeedQuery.feed(READER, START, 10),
            new InNetwork(new int[] {desk.post(1, 7)}, new int[0]),
            desk.client.getRef()));
    var job = ((RankingPool.Rank) desk.ranking.receiveMessage()).job();
    assertThat(job.interest().isOver()).isFalse();

    desk.lateAnswer();

    assertThat(job.interest().isOver()).isTrue();
  }

  @Test
  void withNothingAtHandTheReaderIsToldToComeAgain() {
    desk.ask(Relations.none());

    desk.time.timePasses(SETTINGS.deadline());
    desk.client.expectMessageClass(FeedRequest.Unavailable.class);
  }

  @Test
  void whatIsBlockedIsNeverAFallback() {
    int row = desk.post(1, 7);

    desk.ask(Relations.none().after(RelationChange.BLOCK, 7), row);

    desk.time.timePasses(SETTINGS.deadline());
    desk.client.expectMessageClass(FeedRequest.Unavailable.class);
  }

  @Test
  void aFeedIsLoggedBeforeItIsAnswered() {
    desk.post(1, 7);
    desk.desk.tell(
        new FeedDesk.Assemble(
            reader(Relations.none()),
            FeedQuery.feed(READER, START, 10),
            new InNetwork(new int[0], new int[0]),
            desk.client.getRef()));
    var job = (RankingPool.Rank) desk.ranking.receiveMessage();
    var page = new FeedPage(job.job().request(), Quality.CHRONOLOGICAL, "", 0, List.of());
    var log = new ServedFeed(job.job().request(), READER, START, false, List.of(), new float[0][]);

    job.job().replyTo().tell(new RankingWorker.Ranked(new RankedFeed(page, log)));

    desk.outcomes.expectMessageClass(OutcomeJoiner.Note.class);
    assertThat(desk.client.expectMessageClass(FeedRequest.Served.class).page()).isEqualTo(page);
  }
}
