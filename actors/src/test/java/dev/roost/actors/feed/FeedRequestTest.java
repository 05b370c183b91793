package dev.roost.actors.feed;

import static dev.roost.actors.feed.DeskAmongProbes.READER;
import static dev.roost.actors.feed.DeskAmongProbes.SETTINGS;
import static dev.roost.actors.feed.DeskAmongProbes.START;
import static dev.roost.actors.feed.DeskAmongProbes.reader;
import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
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
import java.time.Duration;
import java.util.ArrayList;
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

  @Test
  void aSponsoredItemOfAnEarlierFeedIsNoFallback() {
    int row = desk.post(1, 7);
    desk.post(2, 7);
    var page = full(1, 2);
    var sponsored = new ArrayList<>(page.items());
    var first = sponsored.getFirst();
    sponsored.set(
        0,
        new FeedItem(first.item(), first.author(), START, Source.SPONSORED, 0.5, 0.5, 0, false, 1));
    desk.desk.tell(
        new FeedDesk.Remember(
            READER, new FeedPage(page.request(), Quality.FULL, "m1", 3, sponsored)));

    desk.ask(Relations.none(), row);

    assertThat(desk.lateAnswer().items()).extracting(FeedItem::item).containsExactly(new ItemId(2));
  }

  @Test
  void nothingIsMadeAheadWhileAReaderWaits() {
    desk.ask(Relations.none(), desk.post(1, 7));
    var over = desk.kit.<Done>createTestProbe();

    desk.desk.tell(new FeedDesk.Precompute(START.plusSeconds(600), over.getRef()));

    over.expectMessageClass(Done.class);
    desk.sought.expectNoMessage(Duration.ofMillis(50));
  }

  @Test
  void aLateRankingIsReplacedByWhatWasMadeAhead() {
    int row = desk.post(1, 7);
    desk.desk.tell(new FeedDesk.Remember(READER, full(1)));
    desk.ask(Relations.none(), row);
    assertThat(desk.lateAnswer().quality()).isEqualTo(Quality.LAST_SCORES);
    desk.post(2, 7);
    desk.install("m1");
    var over = desk.kit.<Done>createTestProbe();
    desk.desk.tell(new FeedDesk.Precompute(START.plusSeconds(600), over.getRef()));
    var query = desk.sought.receiveMessage();
    desk.desk.tell(
        new FeedDesk.Ahead(
            reader(Relations.none()), query, new InNetwork(new int[] {row}, new int[0])));
    var job = ((RankingPool.Rank) desk.ranking.receiveMessage()).job();
    var made = new FeedPage(job.request(), Quality.FULL, "m1", 2, full(2).items());
    var log = new ServedFeed(job.request(), READER, START, false, List.of(), new float[0][]);
    job.replyTo().tell(new RankingWorker.Ranked(new RankedFeed(made, log)));
    over.expectMessageClass(Done.class);

    desk.ask(Relations.none().after(RelationChange.MUTE, 99), row); // so that it is ranked

    assertThat(desk.lateAnswer().items()).extracting(FeedItem::item).containsExactly(new ItemId(2));
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
