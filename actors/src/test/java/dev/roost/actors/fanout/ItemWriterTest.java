package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static dev.roost.actors.fanout.History.START;
import static dev.roost.actors.fanout.History.post;
import static dev.roost.actors.fanout.History.stamped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.Gen;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
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
          writer.setStatus(posts.getFirst().id(), ItemStatus.DELETED);
          var ids = ids(table);
          assertThat(ids).hasSize(50);

          writer.append(stamped(posts.subList(gen.whole(0, 50), 50)));
          writer.setStatus(posts.getFirst().id(), ItemStatus.DELETED);
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

    writer.setStatus(post.id(), ItemStatus.DELETED);
    writer.append(stamped(List.of(post)));
    writer.setStatus(post.id(), ItemStatus.LIVE);

    assertThat(table.status((int) table.rowOf(post.id().value()))).isEqualTo(ItemStatus.DELETED);
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
