package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.History.START;
import static dev.roost.actors.fanout.History.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdleReadersTest {

  private static final Duration LIMIT = Duration.ofHours(8);
  private static final int READERS = 100;
  private static final Relations FOLLOWS = Relations.none().after(RelationChange.FOLLOW, 50);

  private final ItemTable table = new ItemTable(1 << 10, 1);

  private static InNetwork read(ActiveReaders readers, long reader, Instant at) {
    var view =
        new ReaderView(
            new UserId(reader), Profile.unknown(), START, FOLLOWS, ReaderHistory.empty());
    return readers.read(view, FeedQuery.feed(view.reader(), at, 10));
  }

  private static void lookAhead(ActiveReaders readers, long reader, Instant at) {
    var view =
        new ReaderView(
            new UserId(reader), Profile.unknown(), START, FOLLOWS, ReaderHistory.empty());
    readers.lookAhead(view, FeedQuery.feed(view.reader(), at, 10));
  }

  private void publish(ActiveReaders readers, long id) {
    table.append(post(id, 50));
    readers.deliver(table.published(), 10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all-push", "all-pull"})
  void whoDoesNotReadForLongIsForgottenAndFindsAllOnTheReturn(String strategy) {
    var readers =
        new ActiveReaders(
            table,
            Tree.settings("idle-limit = 8h, strategy = " + strategy),
            Freshness.unmeasured());
    for (long reader = 0; reader < READERS; reader++) {
      read(readers, reader, START);
    }
    publish(readers, 1);
    var end = START.plus(LIMIT);
    for (var now = START; now.isBefore(end); now = now.plusSeconds(60)) {
      readers.sweep(now);
      read(readers, 7, now);
    }
    assertThat(readers.size()).isEqualTo(READERS);

    for (var now = end; now.isBefore(end.plus(LIMIT.dividedBy(4))); now = now.plusSeconds(60)) {
      readers.sweep(now);
      if (readers.size() == READERS) {
        lookAhead(readers, 9, now); // which is no read
      }
    }

    assertThat(readers.size()).isEqualTo(1);
    long before = readers.work().deliveries();
    publish(readers, 2);
    assertThat(readers.work().deliveries() - before).isEqualTo(strategy.equals("all-push") ? 1 : 0);
    var found = read(readers, 8, end.plus(LIMIT));
    assertThat(found.pushedCount() + found.pulledCount()).isEqualTo(2);
    assertThat(readers.size()).isEqualTo(2);
  }
}
