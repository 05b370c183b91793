package dev.roost.actors.feed;

import static dev.roost.actors.feed.DeskWithModels.LIMIT;
import static dev.roost.actors.feed.DeskWithModels.START;
import static dev.roost.actors.feed.DeskWithModels.inNetwork;
import static dev.roost.actors.feed.DeskWithModels.query;
import static dev.roost.actors.feed.DeskWithModels.reader;
import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.domain.Device;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Quality;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.learn.Example;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PrecomputedFeedTest {

  private static final Duration MAX_AGE = Duration.ofMinutes(10);
  private static final Instant AWAY = START.plus(Duration.ofMinutes(2));
  private static final Instant BACK = AWAY.plus(Duration.ofMinutes(5));

  private final DeskWithModels desk =
      new DeskWithModels(
          new PrecomputeSettings(2, 3, MAX_AGE, Duration.ofMinutes(1), Duration.ofHours(1)));

  @BeforeEach
  void install() {
    desk.install("m1");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  /// Has a reader read and leave, and a feed made for them.
  private void leave() {
    assertThat(desk.read(reader(1), query(1, START)).quality()).isEqualTo(Quality.FULL);
    var _ = desk.noted();
    desk.makeAhead(reader(1), AWAY);
  }

  @Test
  void theFirstReadIsAnsweredAsItWasRankedAhead() {
    leave();

    var page = desk.read(reader(1), query(1, BACK));

    var online = new DeskWithModels(PrecomputeSettings.off());
    try (online) {
      online.install("m1");
      var ranked = online.read(reader(1), query(1, AWAY));
      assertThat(page.items()).isEqualTo(ranked.items()).hasSize(LIMIT);
      assertThat(page.modelVersion()).isEqualTo("m1");
      assertThat(page.quality()).isEqualTo(Quality.PRECOMPUTED);
      assertThat(page.candidates()).isEqualTo(ranked.candidates());
      assertLoggedAlike(page, desk.noted(), online.noted());
    }
  }

  /// Both logs hold the same but for the request, which is that of the answer.
  private static void assertLoggedAlike(
      FeedPage page, OutcomeJoiner.Note note, OutcomeJoiner.Note ranked) {
    var log = note.feed();
    assertThat(log.request()).isEqualTo(page.request()).isNotEqualTo(ranked.feed().request());
    assertThat(log.at()).isEqualTo(BACK);
    assertThat(log.items()).allMatch(item -> item.request().equals(page.request()));
    assertThat(log.items())
        .extracting(item -> item.answering(ranked.feed().request(), AWAY, item.position()))
        .isEqualTo(ranked.feed().items());
    int[] places = IntStream.range(0, log.items().size()).toArray();
    var again = log.answering(ranked.feed().request(), AWAY, places);
    for (int place = 0; place < LIMIT; place++) {
      assertThat(again.features(place)).isEqualTo(ranked.feed().features(place));
    }
  }

  @Test
  void itIsGivenOutOnce() {
    leave();

    assertThat(desk.read(reader(1), query(1, BACK)).quality()).isEqualTo(Quality.PRECOMPUTED);
    assertThat(desk.read(reader(1), query(1, BACK.plusMillis(1))).quality())
        .isEqualTo(Quality.FULL);
  }

  @Test
  void aFeedIsRankedOnceTheReaderDidSomething() {
    leave();
    var did = List.of(Engagement.of(new ItemId(3), EngagementKind.HIDE, 0));

    var page =
        desk.read(
            reader(1, Relations.none(), ReaderHistory.empty().after(did, BACK)), query(1, BACK));

    assertThat(page.quality()).isEqualTo(Quality.FULL);
  }

  @Test
  void aFeedIsRankedOnceRelationsChanged() {
    leave();
    var relations = Relations.none().after(RelationChange.FOLLOW, 105);

    var page = desk.read(reader(1, relations, ReaderHistory.empty()), query(1, BACK));

    assertThat(page.quality()).isEqualTo(Quality.FULL);
  }

  @Test
  void aFeedIsRankedOnceAnotherModelRanks() {
    leave();
    desk.install("m2");

    var page = desk.read(reader(1), query(1, BACK));

    assertThat(page.quality()).isEqualTo(Quality.FULL);
    assertThat(page.modelVersion()).isEqualTo("m2");
  }

  @Test
  void aFeedThatIsTooOldIsRankedAnew() {
    leave();
    var last = AWAY.plus(MAX_AGE);
    assertThat(desk.read(reader(1), query(1, last)).quality()).isEqualTo(Quality.PRECOMPUTED);
    var left = last.plus(Duration.ofMinutes(2));
    desk.makeAhead(reader(1), left);

    assertThat(desk.read(reader(1), query(1, left.plus(MAX_AGE).plusMillis(1))).quality())
        .isEqualTo(Quality.FULL);
  }

  @Test
  void onlyTheReadItWasMadeForIsAnswered() {
    for (var other :
        List.of(
            query(1, BACK, LIMIT + 1, Device.PHONE, false),
            query(1, BACK, LIMIT, Device.TABLET, false),
            query(1, BACK, LIMIT, Device.PHONE, true))) {
      desk.read(reader(1), query(1, START));
      desk.makeAhead(reader(1), AWAY);

      assertThat(desk.read(reader(1), other).quality()).isEqualTo(Quality.FULL);
    }
  }

  @Test
  void aShorterReadGetsTheBeginning() {
    leave();

    var page = desk.read(reader(1), query(1, BACK, 2, Device.PHONE, false));

    assertThat(page.quality()).isEqualTo(Quality.PRECOMPUTED);
    assertThat(page.items()).hasSize(2);
  }

  @Test
  void whatWasDeletedMeanwhileIsLeftOutAndNotLogged() {
    leave();
    var deleted = new ItemId(1);
    desk.table.setStatus((int) desk.table.rowOf(1), ItemStatus.DELETED);

    var page = desk.read(reader(1), query(1, BACK));

    assertThat(page.quality()).isEqualTo(Quality.PRECOMPUTED);
    assertThat(page.items()).extracting(FeedItem::item).doesNotContain(deleted).hasSize(LIMIT - 1);
    var log = desk.noted().feed().items();
    assertThat(log).extracting(Example.Served::item).doesNotContain(deleted);
    assertThat(log).extracting(Example.Served::position).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whereNothingIsLeftTheFeedIsRanked() {
    leave();
    for (int row = 0; row < LIMIT + 2; row++) {
      desk.table.setStatus(row, ItemStatus.DELETED);
    }

    var page = desk.read(reader(1), query(1, BACK));

    assertThat(page.quality()).isEqualTo(Quality.FULL);
    assertThat(page.items()).isNotEmpty();
  }

  @Test
  void theBatchAndTheReadersKeptAreBounded() {
    for (int id = 1; id <= 4; id++) {
      desk.read(reader(id), query(id, START.plusMillis(id)));
    }

    desk.precompute(AWAY);

    for (long id = 4; id >= 3; id--) { // who left last comes first
      var query = desk.sought.receiveMessage();
      assertThat(query.reader()).isEqualTo(new UserId(id));
      desk.desk.tell(new FeedDesk.Ahead(reader(id), query, inNetwork()));
    }
    desk.over.expectMessageClass(Done.class);
    desk.sought.expectNoMessage();
  }

  @Test
  void onlyForWhoIsAwayAndNotForLongIsAFeedMade() {
    desk.read(reader(1), query(1, START));
    for (long seconds : new long[] {59, 3_601}) {
      desk.precompute(START.plusSeconds(seconds));
      desk.over.expectMessageClass(Done.class);
    }
    desk.sought.expectNoMessage();

    desk.precompute(START.plusSeconds(60));

    assertThat(desk.sought.receiveMessage())
        .isEqualTo(query(1, START.plusSeconds(60))); // as the reader asked
  }

  @Test
  void whatIsFreshIsNotMadeAgain() {
    leave();

    desk.precompute(AWAY.plusSeconds(1));
    desk.over.expectMessageClass(Done.class);
    desk.precompute(AWAY.plus(MAX_AGE).plusMillis(1));

    assertThat(desk.sought.receiveMessage()).extracting(FeedQuery::reader).isEqualTo(new UserId(1));
  }

  @Test
  void aReaderWhoWaitsEndsTheBatch() {
    desk.read(reader(1), query(1, START));
    desk.read(reader(2), query(2, START));
    desk.precompute(AWAY);
    var query = desk.sought.receiveMessage();

    desk.read(reader(3), query(3, AWAY));
    desk.desk.tell(new FeedDesk.Ahead(reader(2), query, inNetwork()));

    desk.over.expectMessageClass(Done.class);
    desk.sought.expectNoMessage();
    assertThat(desk.read(reader(2), query(2, BACK)).quality()).isEqualTo(Quality.FULL);
  }

  @Test
  void withoutAModelNothingIsMadeAhead() {
    try (var none =
        new DeskWithModels(
            new PrecomputeSettings(2, 3, MAX_AGE, Duration.ZERO, Duration.ofHours(1)))) {
      none.read(reader(1), query(1, START));

      none.precompute(AWAY);

      none.over.expectMessageClass(Done.class);
      none.sought.expectNoMessage();
    }
  }
}
