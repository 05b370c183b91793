package dev.roost.model.item;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ItemTableTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int CAPACITY = 1024;
  private static final Comparator<Post> ORDER =
      Comparator.comparing(Post::at).thenComparing(Post::id);

  private static Post post(long id, long author, Instant at) {
    return new Post(
        new ItemId(id), new UserId(author), at, "birds", "en", MediaKind.TEXT, "text", null);
  }

  @Test
  void agreesWithAPlainListWhateverComesAndGoes() {
    forAll(
        gen -> {
          var table = new ItemTable(CAPACITY, 2);
          Deque<Post> kept = new ArrayDeque<>();
          var clock = START;
          int steps = gen.whole(1, 4_000);
          long next = gen.bits();
          for (int step = 0; step < steps; step++) {
            clock = clock.plusSeconds(gen.whole(0, 100));
            if (gen.whole(0, 200) == 0) {
              var horizon = clock.minusSeconds(gen.whole(0, 50_000));
              table.retireBefore(horizon);
              while (!kept.isEmpty() && kept.peekFirst().at().isBefore(horizon)) {
                kept.removeFirst();
              }
            }
            var post = post(next++, gen.whole(0, 30), clock);
            table.append(post);
            kept.addLast(post);
            if (kept.size() > CAPACITY) {
              kept.removeFirst();
            }
          }
          check(table, List.copyOf(kept), next);
        });
  }

  private static void check(ItemTable table, List<Post> kept, long next) {
    assertThat(table.size()).isEqualTo(kept.size());
    for (int i = 0; i < kept.size(); i++) {
      int row = table.oldest() + i;
      assertThat(table.post(row)).isEqualTo(kept.get(i));
      assertThat(table.rowOf(kept.get(i).id().value())).isEqualTo(Integer.toUnsignedLong(row));
    }
    assertThat(table.rowOf(next)).isEqualTo(-1);
    for (long author = 0; author < 30; author++) {
      var own = new UserId(author);
      var expected = kept.reversed().stream().filter(post -> post.author().equals(own)).toList();
      assertThat(chain(table, author)).isEqualTo(expected);
    }
  }

  private static List<Post> chain(ItemTable table, long author) {
    var posts = new ArrayList<Post>();
    for (long row = table.newestBy(author); row >= 0; row = table.previousByAuthor((int) row)) {
      posts.add(table.post(new ItemId(table.id((int) row))).orElseThrow());
      checkLinks(table, (int) row);
    }
    return posts;
  }

  /// The links of a row lead where a walk from row to row leads.
  private static void checkLinks(ItemTable table, int row) {
    long walked = table.previousByAuthor(row);
    for (int i = 0; i < ItemTable.LINKS && walked >= 0; i++) {
      assertThat(row - table.distanceBefore(row, i)).isEqualTo((int) walked);
      walked = table.previousByAuthor((int) walked);
    }
  }

  @Test
  void appendsAPostOnce() {
    var table = new ItemTable(CAPACITY, 2);

    int first = table.append(post(7, 1, START));
    int second = table.append(post(7, 1, START));

    assertThat(second).isEqualTo(first);
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void remembersThatAPostWasWithdrawnWhenItComesAgain() {
    var table = new ItemTable(CAPACITY, 2);
    int row = table.append(post(7, 1, START));
    table.setStatus(row, ItemStatus.DELETED);

    table.append(post(7, 1, START));

    assertThat(table.size()).isEqualTo(1);
    assertThat(table.isLive(row)).isFalse();
  }

  @Test
  void refusesACapacityThatIsNoPowerOfTwo() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ItemTable(1_500, 2));
  }

  /// A late row is one that is older than any before it; all others are in order of time.
  @Test
  void rowsThatAreNotLateStandInOrderOfTime() {
    forAll(
        gen -> {
          var table = new ItemTable(CAPACITY, 1);
          Post newest = null;
          for (int i = gen.whole(1, 3_000); i > 0; i--) {
            var post = post(gen.bits(), 1, START.plusSeconds(gen.whole(0, 20) - i / 2));
            boolean late = newest != null && ORDER.compare(post, newest) < 0;
            int row = table.append(post);
            assertThat(table.isLate(row)).isEqualTo(late);
            assertThat(table.isPlain(row)).isEqualTo(!late);
            newest = late ? newest : post;
          }
        });
  }

  @Test
  void aRowIsPlainWhileItIsLiveAndNoRepost() {
    var table = new ItemTable(CAPACITY, 1);
    int row = table.append(post(1, 1, START));
    var original = new Post.Original(new ItemId(1), new UserId(1));
    int repost =
        table.append(
            new Post(new ItemId(2), new UserId(2), START, "", "en", MediaKind.TEXT, "", original));

    assertThat(table.isPlain(row)).isTrue();
    assertThat(table.isPlain(repost)).isFalse();
    table.setStatus(row, ItemStatus.REMOVED);
    assertThat(table.isPlain(row)).isFalse();
    table.setStatus(row, ItemStatus.LIVE);
    assertThat(table.isPlain(row)).isTrue();
    table.setStatus(repost, ItemStatus.LIVE);
    assertThat(table.isPlain(repost)).isFalse();
  }

  @Test
  void hidesAPostThatWasWithdrawnBeforeItCame() {
    var table = new ItemTable(CAPACITY, 1);

    int row = table.append(post(1, 1, START), ItemStatus.DELETED);

    assertThat(table.isLive(row)).isFalse();
    assertThat(table.status(row)).isEqualTo(ItemStatus.DELETED);
    assertThat(table.append(post(1, 1, START))).isEqualTo(row);
    assertThat(table.isLive(row)).isFalse();
  }

  @Test
  void keepsTheLatestHorizon() {
    var table = new ItemTable(CAPACITY, 1);

    table.retireBefore(START);
    table.retireBefore(START.minusSeconds(1));

    assertThat(table.horizonMillis()).isEqualTo(START.toEpochMilli());
  }
}
