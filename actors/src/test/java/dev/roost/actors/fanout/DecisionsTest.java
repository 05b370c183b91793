package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.History.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What readers and authors do turns their edges.
final class DecisionsTest {

  private static final UserId AUTHOR = new UserId(50);

  private final ItemTable table = new ItemTable(1 << 14, 1);
  private Instant now = START;
  private long posts;

  private ActiveReaders readers(String more) {
    var settings =
        Tree.settings(
            """
            strategy = per-edge, rate-window = 1h, turn-nanos = 100
            push-nanos = 10, look-nanos = 20, fetch-nanos = 2, assumed-reads-per-day = 0, idle-limit = 8h
            """
                + more);
    return new ActiveReaders(table, settings, Freshness.unmeasured());
  }

  private static ReaderView view(long reader) {
    var follows = Relations.none().after(RelationChange.FOLLOW, AUTHOR.value());
    return new ReaderView(
        new UserId(reader), Profile.unknown(), START, follows, ReaderHistory.empty());
  }

  /// Lets minutes pass: in each some readers read, then posts come. Returns the deliveries.
  private long pass(ActiveReaders readers, int minutes, int count, int postsAMinute) {
    long before = readers.work().deliveries();
    for (int minute = 0; minute < minutes; minute++) {
      now = now.plusSeconds(60);
      for (int reader = 0; reader < count; reader++) {
        readers.read(view(reader), FeedQuery.feed(new UserId(reader), now, 10));
      }
      for (int i = 0; i < postsAMinute; i++) {
        var id = new ItemId(posts++);
        table.append(new Post(id, AUTHOR, now, "", "en", MediaKind.TEXT, "", null));
        readers.deliver(table.published(), 10_000);
      }
      readers.sweep(now);
    }
    return readers.work().deliveries() - before;
  }

  @Test
  void anEdgeFollowsTheRateOfItsAuthor() {
    var readers = readers("");
    pass(readers, 30, 1, 1);
    assertThat(pass(readers, 60, 1, 1)).isEqualTo(60);

    assertThat(pass(readers, 120, 1, 20)).isLessThan(600); // turned in the midst of the rise
    assertThat(pass(readers, 60, 1, 20)).isZero();

    pass(readers, 120, 1, 1);
    assertThat(pass(readers, 60, 1, 1)).isEqualTo(60);
    assertThat(readers.work().turns()).isEqualTo(3);
  }

  @Test
  void anAuthorWhoRisesIsPulledByThoseWhoDoNotRead() {
    var readers = readers("");
    pass(readers, 90, 1, 1);

    assertThat(pass(readers, 120, 0, 20)).isBetween(20L, 1_300L);
    assertThat(pass(readers, 60, 0, 20)).isZero();
  }

  @Test
  void anEdgeFollowsTheRateOfItsReader() {
    var readers = readers("");
    pass(readers, 30, 1, 1);
    assertThat(pass(readers, 60, 1, 1)).isEqualTo(60);

    assertThat(pass(readers, 180, 0, 1)).isLessThan(180);
    assertThat(pass(readers, 60, 0, 1)).isZero();

    pass(readers, 60, 1, 1);
    assertThat(pass(readers, 60, 1, 1)).isEqualTo(60);
  }

  @Test
  void edgesOfAnAuthorAreCappedByTheNumberOfFollowers() {
    assertThat(deliveriesAPost("push-cap = 5")).isEqualTo(5);
    assertThat(deliveriesAPost("push-cap = 4")).isZero();
  }

  private long deliveriesAPost(String cap) {
    var readers = readers(cap);
    pass(readers, 30, 5, 0);
    return pass(readers, 1, 5, 1);
  }
}
