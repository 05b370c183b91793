package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static dev.roost.actors.fanout.History.START;
import static dev.roost.actors.fanout.History.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.Gen;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ActiveReadersTest {

  private static final int USERS = 6;
  private static final int LIMIT = 13;
  private static final int ROWS = 1 << 10;

  /// Rows that are in the table and not yet in inboxes are the hard case: a reader who becomes
  /// active, follows, or is built anew between must find each once, when it is delivered.
  @Test
  void inboxesHoldWhatWasDeliveredInAnyInterleaving() {
    forAll(gen -> new Run(gen, "all-push").run());
  }

  @Test
  void chainsHoldWhatWasDeliveredInAnyInterleaving() {
    forAll(gen -> new Run(gen, "all-pull").run());
  }

  /// Edges turn while the very post that they carry is being delivered.
  @Test
  void edgesMayTurnInAnyInterleaving() {
    forAll(gen -> new Run(gen, gen.either() ? "per-edge" : "threshold").run());
  }

  /// The table is full, so that with each new row the oldest leaves, delivered or not.
  @Test
  void whatLeftTheTableIsFoundNoMoreInAnyInterleaving() {
    forAll(
        40,
        gen -> {
          var strategies = List.of("all-push", "all-pull", "per-edge");
          var run = new Run(gen, strategies.get(gen.whole(0, 3)), gen.either() ? 16 : 2048);
          for (int i = gen.whole(900, ROWS); i > 0; i--) {
            run.append(false);
          }
          run.run();
        });
  }

  private static final class Run {

    private final Gen gen;
    private final String strategy;
    private final ItemTable table = new ItemTable(ROWS, 1);
    private final ActiveReaders readers;
    private final ItemWriter writer;
    private final History history = new History();
    private final Deque<Post> onTheirWay = new ArrayDeque<>();
    private Instant now = START;

    Run(Gen gen, String strategy) {
      this(gen, strategy, 16);
    }

    Run(Gen gen, String strategy, int inboxRows) {
      this.gen = gen;
      this.strategy = strategy;
      var settings =
          Tree.settings(
              """
              inbox-rows = %d, read-limit = %d, strategy = %s, turn-nanos = 1
              rate-window = 60s, look-nanos = 20, fetch-nanos = 1, idle-limit = 5m, threshold-followers = 2
              """
                  .formatted(inboxRows, LIMIT, strategy));
      readers = new ActiveReaders(table, settings, Freshness.unmeasured());
      writer = new ItemWriter(table, settings);
    }

    void run() {
      int lateOf = gen.whole(2, 30);
      for (int step = gen.whole(1, 400); step > 0; step--) {
        switch (gen.whole(0, 20)) {
          case 0 -> relate();
          case 1 -> {
            readers.drop(user());
            readers.sweep(now);
          }
          case 2, 3 -> withdraw();
          case 4 -> {
            if (gen.whole(0, 5) == 0) {
              readers.rebuildAll();
            }
          }
          case 5, 6, 7 -> deliver();
          case 8, 9, 10 -> read(user());
          default -> append(gen.whole(0, lateOf) == 0);
        }
      }
    }

    private UserId user() {
      return new UserId(gen.whole(0, USERS));
    }

    private void relate() {
      var change = RelationChange.values()[gen.whole(0, gen.either() ? 6 : 1)];
      history.relate(user(), change, user());
    }

    private void append(boolean late) {
      now = now.plusSeconds(1);
      var post = history.draw(gen, USERS, late ? now.minusSeconds(gen.whole(0, 200)) : now);
      writer.append(History.stamped(List.of(post)));
      onTheirWay.add(post);
      history.posts.removeIf(each -> table.rowOf(each.id().value()) < 0);
    }

    /// Delivers a little: often only to some of a post's followers.
    private void deliver() {
      int before = readers.applied();
      long deliveries = readers.work().deliveries();
      int most = gen.whole(1, 60);
      readers.deliver(table.published(), most);
      assertThat(readers.work().deliveries() - deliveries).isBetween(0L, (long) most);
      for (int row = before; row != readers.applied(); row++) {
        var post = onTheirWay.removeFirst();
        if (table.rowOf(post.id().value()) >= 0) {
          history.posts.add(post);
        }
      }
    }

    private void withdraw() {
      var shown = history.expected(user(), LIMIT);
      if (!shown.isEmpty()) {
        var item = shown.get(gen.whole(0, shown.size()));
        history.decide(item, ItemStatus.DELETED);
        writer.setStatus(item, ItemStatus.DELETED, now);
      }
    }

    private void read(UserId reader) {
      var view =
          new ReaderView(
              reader, Profile.unknown(), START, history.relations(reader), ReaderHistory.empty());
      int limit = gen.whole(1, LIMIT + 1);
      var stretch = gen.either() ? Stretch.ALL : stretch();
      var query =
          stretch.equals(Stretch.ALL) && limit == LIMIT
              ? FeedQuery.feed(reader, now, 10)
              : FeedQuery.following(reader, now, limit, stretch);
      boolean isAhead = gen.whole(0, 3) == 0; // what is found ahead is what a read finds
      var found = isAhead ? readers.lookAhead(view, query) : readers.read(view, query);
      var items =
          IntStream.concat(
                  IntStream.range(0, found.pushedCount()).map(found::pushed),
                  IntStream.range(0, found.pulledCount()).map(found::pulled))
              .boxed()
              .sorted(newestFirst())
              .map(row -> new ItemId(table.id(row)))
              .toList();
      var expected = history.expected(reader, limit, stretch);
      if (readers.visible() == readers.applied()) {
        assertThat(items).isEqualTo(expected);
      } else {
        assertThat(items).isIn(expected, withTheOneOnItsWay(reader, limit, stretch));
      }
      if (strategy.equals("all-push")) {
        assertThat(found.pulledCount()).isZero();
      } else if (strategy.equals("all-pull")) {
        assertThat(found.pushedCount()).isZero();
      }
    }

    private Comparator<Integer> newestFirst() {
      return Comparator.<Integer, Place>comparing(
              row -> new Place(table.atMillis(row), table.id(row)))
          .reversed();
    }

    /// Draws a part of the timeline: bounded by posts, also by some that the reader cannot see.
    private Stretch stretch() {
      return new Stretch(gen.either() ? bound() : null, gen.either() ? bound() : null);
    }

    private @Nullable Place bound() {
      return history.posts.isEmpty()
          ? null
          : History.place(history.posts.get(gen.whole(0, history.posts.size())));
    }

    private List<ItemId> withTheOneOnItsWay(UserId reader, int limit, Stretch stretch) {
      history.posts.add(onTheirWay.getFirst());
      var expected = history.expected(reader, limit, stretch);
      history.posts.removeLast();
      return expected;
    }
  }

  @Test
  void aWarmInboxIsReadWithoutBuildingItAnew() {
    var table = new ItemTable(1 << 12, 1);
    var readers =
        new ActiveReaders(table, Tree.settings("strategy = all-push"), Freshness.unmeasured());
    var view = follower(1, 2);
    readers.read(view, query(view, START));

    for (int i = 0; i < 2_000; i++) {
      table.append(post(i, 2));
      readers.deliver(table.published(), 10_000);
    }
    var found = readers.read(view, query(view, START));

    assertThat(found.pushedCount()).isEqualTo(500);
    assertThat(List.of(table.id(found.pushed(0)), table.id(found.pushed(499))))
        .containsExactly(1_999L, 1_500L);
    assertThat(readers.work().rebuilds()).isEqualTo(1);
    assertThat(readers.work().deliveries()).isEqualTo(2_000);
  }

  @Test
  void aLateRowDoesNotStandForOneThatWasDrivenOut() {
    var table = new ItemTable(1 << 12, 1);
    var settings = Tree.settings("strategy = all-push, inbox-rows = 16, read-limit = 13");
    var readers = new ActiveReaders(table, settings, Freshness.unmeasured());
    var view = follower(1, 2);
    readers.read(view, query(view, START));
    for (int second = 1; second <= 20; second++) {
      table.append(post(second, 2));
    }
    readers.deliver(table.published(), 10_000);
    readers.read(view, query(view, START));
    table.append(post(0, 2)); // drives out the row of second 5
    readers.deliver(table.published(), 10_000);
    readers.read(view, query(view, START));
    for (int second = 18; second <= 20; second++) {
      table.setStatus((int) table.rowOf(second), ItemStatus.DELETED);
    }

    var found = readers.read(view, query(view, START));

    assertThat(IntStream.range(0, found.pushedCount()).mapToLong(i -> table.id(found.pushed(i))))
        .containsExactly(17L, 16L, 15L, 14L, 13L, 12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L);
  }

  private static FeedQuery query(ReaderView view, Instant at) {
    return FeedQuery.feed(view.reader(), at, 10);
  }

  private static ReaderView follower(long reader, long author) {
    var relations = Relations.none().after(RelationChange.FOLLOW, author);
    return new ReaderView(
        new UserId(reader), Profile.unknown(), START, relations, ReaderHistory.empty());
  }
}
