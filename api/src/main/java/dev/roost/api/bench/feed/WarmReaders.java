package dev.roost.api.bench.feed;

import dev.roost.actors.fanout.ActiveReaders;
import dev.roost.actors.fanout.Freshness;
import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.FollowGraph;
import dev.roost.api.bench.GraphUsers;
import dev.roost.model.chance.Chance;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.time.Instant;
import java.util.stream.IntStream;

/// Readers on one thread who have all read and got enough posts, so that a read is like most reads.
///
/// Authors post as often as they are followed, so that a table of moderate size holds enough for
/// everybody however many users there are. Who reads is drawn from all users, each of whom reads
/// once before anybody reads again: of many users, few find anything of theirs in caches.
final class WarmReaders {

  static final int LIMIT = 500;
  static final int WARM_UPS = 10; // times that readers read before it counts
  static final int NEW_POSTS = 32; // before each of these times

  private static final int TABLE_ROWS = 1 << 17;
  private static final int ENOUGH_ROWS = 1_000; // of a reader, on average
  private static final int BATCH = 256; // posts
  private static final int ASKED = 4_096; // readers at a time

  private final FollowGraph graph;
  private final GraphUsers users;
  private final Chance chance;
  private final ItemTable table = new ItemTable(TABLE_ROWS, 1);
  private final ActiveReaders readers;
  private final int slice;
  private final int[] order; // all users, shuffled
  private int next; // place in the order of who reads next
  private long posts;
  private long events;

  /// Has everybody read and fills their inboxes.
  WarmReaders(FollowGraph graph, Strategy strategy, long seed) {
    this.graph = graph;
    users = new GraphUsers(graph, Schedule.START);
    chance = Chance.of(seed, "bench-feed-warm");
    readers = new ActiveReaders(table, strategy.settings(), Freshness.unmeasured());
    slice = strategy.settings().sliceDeliveries();
    order = shuffled(graph.users());
    for (int user = 0; user < graph.users(); user++) {
      var view = users.view(user);
      readers.read(view, FeedQuery.feed(view.reader(), now(), LIMIT));
    }
    fill();
  }

  private int[] shuffled(int count) {
    int[] all = IntStream.range(0, count).toArray();
    for (int i = count - 1; i > 0; i--) {
      int other = chance.below(i + 1, i, 0, 1);
      int swapped = all[i];
      all[i] = all[other];
      all[other] = swapped;
    }
    return all;
  }

  private void fill() {
    for (long reached = 0; reached < (long) ENOUGH_ROWS * graph.users(); ) {
      reached += post(BATCH);
    }
  }

  /// Has so many posts come; returns to how many readers they went.
  long post(int count) {
    long reached = 0;
    for (int i = 0; i < count; i++) {
      int author = author();
      reached += graph.followerCount(author);
      table.append(users.post(author, ++posts, now()));
    }
    while (readers.applied() - table.published() < 0) {
      readers.deliver(table.published(), slice);
    }
    return reached;
  }

  /// Draws an author by an edge; readers without edges are passed over.
  private int author() {
    while (true) {
      int reader = chance.below(graph.users(), ++events, 0, 0);
      if (graph.followCount(reader) > 0) {
        return graph.follow(reader, chance.below(graph.followCount(reader), events, 1, 0));
      }
    }
  }

  private Instant now() {
    return Schedule.START.plusMillis(posts);
  }

  /// Returns who reads next.
  private ReaderView[] nextReaders() {
    var asked = new ReaderView[Math.min(ASKED, order.length)];
    for (int i = 0; i < asked.length; i++) {
      asked[i] = users.view(order[next]);
      next = (next + 1) % order.length;
    }
    return asked;
  }

  /// Has the next readers read; returns the nanoseconds of each read.
  ///
  /// @throws BenchException.WrongWork if fewer than half of them find 500 posts
  long[] readNext() {
    var asked = nextReaders();
    long[] nanos = new long[asked.length];
    int full = 0;
    for (int i = 0; i < asked.length; i++) {
      var view = asked[i];
      var query = FeedQuery.feed(view.reader(), now(), LIMIT);
      long began = System.nanoTime();
      var answer = readers.read(view, query);
      nanos[i] = System.nanoTime() - began;
      full += answer.pushedCount() + answer.pulledCount() == LIMIT ? 1 : 0;
    }
    requireFull(full, asked.length);
    return nanos;
  }

  /// Fails if fewer than half of all reads found 500 posts.
  static void requireFull(int full, int reads) {
    if (full < reads / 2) {
      throw new BenchException.WrongWork(
          "of %,d reads only %,d found %d posts".formatted(reads, full, LIMIT));
    }
  }

  /// Has the next readers read far down their timeline; returns the nanoseconds of each read.
  ///
  /// @throws BenchException.WrongWork if they find less than half of the posts they ask for
  long[] scrollNext(int limit) {
    var asked = nextReaders();
    long[] nanos = new long[asked.length];
    long found = 0;
    int middle = table.oldest() + table.size() / 2;
    var below = new Stretch(new Place(table.atMillis(middle), table.id(middle)), null);
    for (int i = 0; i < asked.length; i++) {
      var query = FeedQuery.following(asked[i].reader(), now(), limit, below);
      long began = System.nanoTime();
      var answer = readers.read(asked[i], query);
      nanos[i] = System.nanoTime() - began;
      found += answer.pushedCount() + answer.pulledCount();
    }
    long expected = (long) limit * asked.length;
    if (found < expected / 2) {
      throw new BenchException.WrongWork(
          "%,d reads far down timelines found only %,d of %,d posts"
              .formatted(asked.length, found, expected));
    }
    return nanos;
  }
}
