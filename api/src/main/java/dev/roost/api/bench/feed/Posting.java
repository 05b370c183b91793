package dev.roost.api.bench.feed;

import dev.roost.actors.fanout.ActiveReaders;
import dev.roost.actors.fanout.Freshness;
import dev.roost.api.bench.FollowGraph;
import dev.roost.api.bench.GraphUsers;
import dev.roost.model.chance.Chance;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;

/// Some authors who post to readers on one thread, every edge pushed.
final class Posting {

  private static final int TABLE_ROWS = 1 << 16;
  private static final int BATCH = 256;

  private final ItemTable table = new ItemTable(TABLE_ROWS, 1);
  private final ActiveReaders readers;
  private final GraphUsers users;
  private final Chance chance;
  private final int authors;
  private long posts;

  /// Has everybody read once.
  ///
  /// @param authors who post, the first of the graph
  Posting(FollowGraph graph, int authors, long seed) {
    this.authors = authors;
    users = new GraphUsers(graph, Schedule.START);
    chance = Chance.of(seed, "bench-feed-growth");
    var push = Strategy.named(Strategy.ALL_PUSH).settings();
    readers = new ActiveReaders(table, push, Freshness.unmeasured());
    for (int user = 0; user < graph.users(); user++) {
      var view = users.view(user);
      readers.read(view, FeedQuery.feed(view.reader(), Schedule.START, 1));
    }
  }

  /// Returns the nanoseconds of delivering so many more posts.
  long nanos(int count) {
    long nanos = 0;
    for (int left = count; left > 0; left -= BATCH) {
      append(Math.min(left, BATCH));
      long began = ThreadTime.nanos();
      readers.deliver(table.published(), Integer.MAX_VALUE);
      nanos += ThreadTime.nanos() - began;
    }
    return nanos;
  }

  private void append(int count) {
    for (int i = 0; i < count; i++) {
      posts++;
      int author = chance.below(authors, posts, 0, 0);
      table.append(users.post(author, posts, Schedule.START.plusMillis(posts)));
    }
  }
}
