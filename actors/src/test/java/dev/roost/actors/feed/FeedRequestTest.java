package dev.roost.actors.feed;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.actors.learn.ServedFeed;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Source;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A ranking pool that never answers stands for one that is late.
final class FeedRequestTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final UserId READER = new UserId(1);
  private static final FeedSettings SETTINGS = new FeedSettings(Duration.ofMillis(300), 10, 1);

  private final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  private final ManualTime time = ManualTime.get(kit.system());
  private final ItemTable table = new ItemTable(1024, 2);
  private final TestProbe<RankingPool.Command> ranking = kit.createTestProbe();
  private final TestProbe<OutcomeJoiner.Command> outcomes = kit.createTestProbe();
  private final TestProbe<FeedRequest.Reply> client = kit.createTestProbe();
  private final ActorRef<FeedDesk.Command> desk =
      kit.spawn(FeedDesk.create(table, ranking.getRef(), outcomes.getRef(), SETTINGS));

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  private int post(long id, long author) {
    return post(id, author, START.plusSeconds(id));
  }

  private int at(Instant at, long id) {
    return post(id, 7, at);
  }

  private int post(long id, long author, Instant at) {
    return table.append(
        new Post(
            new ItemId(id), new UserId(author), at, "birds", "en", MediaKind.TEXT, "text", null));
  }

  private static ReaderView reader(Relations relations) {
    return new ReaderView(READER, Profile.unknown(), START, relations, ReaderHistory.empty());
  }

  private void ask(Relations relations, int... rows) {
    desk.tell(
        new FeedDesk.Assemble(
            reader(relations),
            FeedQuery.feed(READER, START, 10),
            new InNetwork(rows, new int[0]),
            client.getRef()));
    ranking.receiveMessage();
  }

  private FeedPage lateAnswer() {
    time.timePasses(SETTINGS.deadline());
    return client.expectMessageClass(FeedRequest.Served.class).page();
  }

  @Test
  void aLateRankingIsReplacedByTheNewestInNetwork() {
    int older = post(1, 7);
    int newer = post(2, 7);

    ask(Relations.none(), newer, older);

    var page = lateAnswer();
    assertThat(page.quality()).isEqualTo(Quality.CHRONOLOGICAL);
    assertThat(page.items())
        .extracting(FeedItem::item)
        .containsExactly(new ItemId(2), new ItemId(1));
  }

  @Test
  void aLateRankingIsReplacedByTheLastFullAnswerWithoutWhatBecameUnsafe() {
    int kept = post(1, 7);
    int deleted = post(2, 7);
    post(3, 8);
    desk.tell(new FeedDesk.Remember(READER, full(1, 2, 3)));
    table.setStatus(deleted, ItemStatus.DELETED);

    ask(Relations.none().after(RelationChange.MUTE, 8), kept);

    var page = lateAnswer();
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
                        0,
                        false,
                        1))
            .toList();
    return new FeedPage(new RequestId(1), Quality.FULL, "m1", 3, items);
  }

  @Test
  void nobodyIsInterestedInALateRanking() {
    desk.tell(
        new FeedDesk.Assemble(
            reader(Relations.none()),
            FeedQuery.feed(READER, START, 10),
            new InNetwork(new int[] {post(1, 7)}, new int[0]),
            client.getRef()));
    var job = ((RankingPool.Rank) ranking.receiveMessage()).job();
    assertThat(job.interest().isOver()).isFalse();

    lateAnswer();

    assertThat(job.interest().isOver()).isTrue();
  }

  @Test
  void withNothingAtHandTheReaderIsToldToComeAgain() {
    ask(Relations.none());

    time.timePasses(SETTINGS.deadline());
    client.expectMessageClass(FeedRequest.Unavailable.class);
  }

  @Test
  void whatIsBlockedIsNeverAFallback() {
    int row = post(1, 7);

    ask(Relations.none().after(RelationChange.BLOCK, 7), row);

    time.timePasses(SETTINGS.deadline());
    client.expectMessageClass(FeedRequest.Unavailable.class);
  }

  @Test
  void aFeedIsLoggedBeforeItIsAnswered() {
    post(1, 7);
    desk.tell(
        new FeedDesk.Assemble(
            reader(Relations.none()),
            FeedQuery.feed(READER, START, 10),
            new InNetwork(new int[0], new int[0]),
            client.getRef()));
    var job = (RankingPool.Rank) ranking.receiveMessage();
    var page = new FeedPage(job.job().request(), Quality.CHRONOLOGICAL, "", 0, List.of());
    var log = new ServedFeed(job.job().request(), READER, START, false, List.of(), new float[0][]);

    job.job().replyTo().tell(new RankingWorker.Ranked(new RankedFeed(page, log)));

    outcomes.expectMessageClass(OutcomeJoiner.Note.class);
    assertThat(client.expectMessageClass(FeedRequest.Served.class).page()).isEqualTo(page);
  }

  /// Asks for a timeline and returns it; neither ranking nor time passing has a part in it.
  private FeedPage timeline(Relations relations, int limit, int[] pushed, int[] pulled) {
    return timeline(relations, limit, Stretch.ALL, new InNetwork(pushed, pulled));
  }

  private FeedPage timeline(Relations relations, int limit, Stretch stretch, InNetwork found) {
    desk.tell(
        new FeedDesk.Assemble(
            reader(relations),
            FeedQuery.following(READER, START, limit, stretch),
            found,
            client.getRef()));
    return client.expectMessageClass(FeedRequest.Served.class).page();
  }

  @Test
  void aTimelineMergesPushedAndPulledByTimeWithoutAModel() {
    int[] pushed = {post(5, 7), post(2, 7)};
    int[] pulled = {post(6, 8), post(4, 8), post(1, 8)};

    var page = timeline(Relations.none(), 10, pushed, pulled);

    assertThat(page.items())
        .extracting(item -> item.item().value())
        .containsExactly(6L, 5L, 4L, 2L, 1L);
    assertThat(page.items().get(1).source()).isEqualTo(Source.FOLLOWED_PUSH);
    assertThat(page.items().getFirst().source()).isEqualTo(Source.FOLLOWED_PULL);
    assertThat(page.quality()).isEqualTo(Quality.CHRONOLOGICAL);
    assertThat(page.modelVersion()).isEmpty();
    assertThat(page.rest()).isNull();
    ranking.expectNoMessage(Duration.ZERO);
    outcomes.expectNoMessage(Duration.ZERO);
  }

  @Test
  void postsOfOneInstantStandInTheOrderOfTheirIdentifiers() {
    int[] pushed = {at(START, -1), at(START, 3)};
    int[] pulled = {at(START, -2), at(START, 2)};

    assertThat(timeline(Relations.none(), 10, pushed, pulled).items())
        .extracting(item -> item.item().value())
        .containsExactly(-1L, -2L, 3L, 2L);
  }

  @Test
  void aTimelineSaysWhereItGoesOnThoughTheFilterLeftNothing() {
    int[] pushed = {post(3, 7), post(2, 8)};
    table.setStatus(pushed[0], ItemStatus.DELETED);

    var page = timeline(Relations.none().after(RelationChange.MUTE, 8), 2, pushed, new int[0]);

    assertThat(page.items()).isEmpty();
    assertThat(page.rest()).isEqualTo(new Place(START.plusSeconds(2).toEpochMilli(), 2));
  }

  @Test
  void rowsThatLeftTheTableAreNotWhereATimelineGoesOn() {
    int[] pushed = {post(3, 7), post(2, 7), post(1, 7)};
    for (int i = 0; i < 1022; i++) { // the table has 1,024 places
      post(100 + i, 9);
    }
    assertThat(table.isRetained(pushed[0])).isFalse();

    var page = timeline(Relations.none(), 3, pushed, new int[0]);

    assertThat(page.items()).extracting(item -> item.item().value()).containsExactly(2L, 1L);
    assertThat(page.rest()).isEqualTo(page.items().getLast().place());
  }

  @Test
  void whatDoesNotStandInTheStretchIsNotShown() {
    int[] pushed = {post(5, 7), post(2, 7)};
    var stretch = new Stretch(new Place(START.plusSeconds(4).toEpochMilli(), 4), null);

    var page = timeline(Relations.none(), 10, stretch, new InNetwork(pushed, new int[0]));

    assertThat(page.items()).extracting(item -> item.item().value()).containsExactly(2L);
  }

  @Test
  void twoPartsOfATimelineAskedAtOnceAreTwoRequests() {
    var nothing = new InNetwork(new int[0], new int[0]);
    var stretch = new Stretch(new Place(5, 1), null);

    assertThat(timeline(Relations.none(), 10, stretch, nothing).request())
        .isNotEqualTo(timeline(Relations.none(), 10, Stretch.ALL, nothing).request());
  }
}
