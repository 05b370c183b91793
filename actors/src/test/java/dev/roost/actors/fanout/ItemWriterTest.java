package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static dev.roost.actors.fanout.History.START;
import static dev.roost.actors.fanout.History.post;
import static dev.roost.actors.fanout.History.stamped;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.Gen;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ItemWriterTest {

  private static final FanoutSettings SETTINGS = Tree.settings("");

  private final ItemTable table = new ItemTable(1 << 12, 1);

  private static List<Post> posts(Gen gen, int count) {
    var history = new History();
    return IntStream.range(0, count)
        .mapToObj(_ -> history.draw(gen, 5, START.plusSeconds(gen.whole(0, 20))))
        .toList();
  }

  private static List<Long> ids(ItemTable table) {
    return IntStream.range(table.oldest(), table.published()).mapToObj(table::id).toList();
  }

  @Test
  void rowsOfAPhaseAreInOrderOfTimeAndIdentifierHoweverTheyArrive() {
    forAll(
        gen -> {
          var table = new ItemTable(1 << 12, 1);
          var writer = new ItemWriter(table, SETTINGS);
          var posts = posts(gen, gen.whole(1, 100));
          int first = gen.whole(0, posts.size() + 1);
          writer.hold(stamped(posts.subList(0, first)));
          writer.hold(stamped(posts.subList(first, posts.size())));
          assertThat(table.size()).isZero();

          writer.endPhase(START, START);

          assertThat(ids(table))
              .isEqualTo(
                  posts.stream()
                      .sorted(Comparator.comparing(Post::at).thenComparing(Post::id))
                      .map(post -> post.id().value())
                      .toList());
        });
  }

  @Test
  void whatComesTwiceChangesNothing() {
    forAll(
        gen -> {
          var table = new ItemTable(1 << 12, 1);
          var writer = new ItemWriter(table, SETTINGS);
          var posts = posts(gen, 50);
          writer.append(stamped(posts));
          writer.setStatus(posts.getFirst().id(), ItemStatus.DELETED, START);
          var ids = ids(table);
          assertThat(ids).hasSize(50);

          writer.append(stamped(posts.subList(gen.whole(0, 50), 50)));
          writer.setStatus(posts.getFirst().id(), ItemStatus.DELETED, START);
          writer.append(stamped(posts));

          assertThat(ids(table)).isEqualTo(ids);
          assertThat(table.isLive((int) table.rowOf(posts.getFirst().id().value()))).isFalse();
        });
  }

  @Test
  void theFirstWayAPostComesTellsWhenItWasAcknowledged() {
    var writer = new ItemWriter(table, SETTINGS);

    writer.append(List.of(new StampedPost(post(1, 1), 77), new StampedPost(post(2, 1), 0)));
    writer.append(List.of(new StampedPost(post(1, 1), 5_000)));

    assertThat(table.acknowledgedMicros((int) table.rowOf(1))).isEqualTo(77);
    assertThat(table.acknowledgedMicros((int) table.rowOf(2))).isZero();
  }

  @Test
  void whatWasDeletedNeverComesBack() {
    var writer = new ItemWriter(table, SETTINGS);
    var post = post(1, 1);

    writer.setStatus(post.id(), ItemStatus.DELETED, START);
    writer.append(stamped(List.of(post)));
    writer.setStatus(post.id(), ItemStatus.LIVE, START);

    assertThat(table.status((int) table.rowOf(post.id().value()))).isEqualTo(ItemStatus.DELETED);
  }

  /// Withdraws so many items of which no row is there.
  private static void withdrawOthers(ItemWriter writer, int count) {
    for (long id = 1_000; id < 1_000 + count; id++) {
      writer.setStatus(new ItemId(id), ItemStatus.DELETED, START);
    }
  }

  @Test
  void aPostThatIsThereCanBeRestoredHoweverManyOthersWereWithdrawn() {
    var writer = new ItemWriter(table, Tree.settings("withdrawn-kept = 10"));
    var post = post(1, 1);
    writer.append(stamped(List.of(post)));
    writer.setStatus(post.id(), ItemStatus.REMOVED, START);
    withdrawOthers(writer, 100);
    assertThat(writer.forgotten()).isBetween(80L, 90L);

    boolean isShownAgain = writer.setStatus(post.id(), ItemStatus.LIVE, START.plusSeconds(1));

    assertThat(isShownAgain).isTrue();
    assertThat(table.isLive((int) table.rowOf(1))).isTrue();
  }

  @Test
  void aDeletedPostThatIsThereStaysDeletedHoweverManyOthersWereWithdrawn() {
    var writer = new ItemWriter(table, Tree.settings("withdrawn-kept = 10"));
    var post = post(1, 1);
    writer.append(stamped(List.of(post)));
    writer.setStatus(post.id(), ItemStatus.DELETED, START);
    withdrawOthers(writer, 100);

    writer.setStatus(post.id(), ItemStatus.REMOVED, START.plusSeconds(1));
    writer.setStatus(post.id(), ItemStatus.LIVE, START.plusSeconds(2));

    assertThat(table.status((int) table.rowOf(1))).isEqualTo(ItemStatus.DELETED);
  }

  @Test
  void aWithdrawalOutlivesTheOriginalWhereRepostsRemain() {
    var writer = new ItemWriter(table, Tree.settings("withdrawn-kept = 10"));
    var original = new ItemId(1);
    writer.append(stamped(List.of(repost(5, original))));
    writer.setStatus(original, ItemStatus.REMOVED, START);
    withdrawOthers(writer, 100);

    writer.append(stamped(List.of(repost(6, original))));

    assertThat(table.isLive((int) table.rowOf(5))).isFalse();
    assertThat(table.isLive((int) table.rowOf(6))).isFalse();
    writer.setStatus(original, ItemStatus.LIVE, START.plusSeconds(1));
    assertThat(table.isLive((int) table.rowOf(5))).isTrue();
    assertThat(table.isLive((int) table.rowOf(6))).isTrue();
  }

  private static Post repost(long id, ItemId original) {
    var post = post(id, 2);
    return new Post(
        post.id(),
        post.author(),
        post.at(),
        "",
        "en",
        post.media(),
        "",
        new Post.Original(original, new UserId(1)));
  }

  /// Whatever was decided in whatever order, each row is as a look at all facts would have it.
  @Test
  void rowsAreOfTheStatusThatAllDecisionsGiveThem() {
    forAll(
        gen -> {
          var table = new ItemTable(1 << 10, 1);
          var writer = new ItemWriter(table, Tree.settings("withdrawn-kept = 5000"));
          var history = new History();
          for (int step = 0; step < 2_000; step++) {
            var at = START.plusSeconds(step);
            if (gen.whole(0, 5) > 0) {
              var post = history.draw(gen, 5, at);
              history.posts.add(post);
              writer.append(stamped(List.of(post)));
            } else if (!history.posts.isEmpty()) {
              int size = history.posts.size();
              var item = history.posts.get(gen.whole(Math.max(0, size - 1_500), size)).id();
              var status = ItemStatus.values()[gen.whole(0, 3)];
              history.decide(item, status);
              writer.setStatus(item, status, at);
            }
          }
          for (int row = table.oldest(); row != table.published(); row++) {
            var post = requireNonNull(table.post(row));
            assertThat(table.isLive(row)).isEqualTo(history.isShown(post));
          }
        });
  }

  @Test
  void totalsOfAPhaseAreSetOnceAtTheirHighest() {
    var writer = new ItemWriter(table, SETTINGS);
    var post = post(1, 1);
    writer.hold(stamped(List.of(post)));
    writer.holdTotals(List.of(likes(post.id(), 5)));
    writer.holdTotals(List.of(likes(post.id(), 3)));

    writer.endPhase(START, START);

    int row = (int) table.rowOf(post.id().value());
    assertThat(table.count(row, EngagementKind.LIKE)).isEqualTo(5);
    assertThat(table.positives(row, 0)).isEqualTo(5);
    assertThat(table.trending()).containsExactly(row);
  }

  private static FanoutRoot.Totals likes(ItemId item, int likes) {
    return new FanoutRoot.Totals(item, ItemCounts.of(0, 0, 0, likes, 0, 0, 0, 0));
  }
}
