package dev.roost.api.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.api.bench.FollowGraph;
import dev.roost.api.bench.GraphUsers;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TimedReadersTest {

  private static final int USERS = 60;
  private static final int POSTS = 100;

  private final GraphUsers users =
      new GraphUsers(FollowGraph.generate(USERS, 5 * USERS, 7), Schedule.START);
  private final ItemTable table = new ItemTable(1 << 10, 1);
  private final List<ReaderView> views = IntStream.range(0, USERS).mapToObj(users::view).toList();

  /// Has readers read, delivers posts to them, and has the same readers read in that order.
  private TimedReaders reading(String strategy, List<ReaderView> order) {
    var readers = new TimedReaders(Strategy.named(strategy), table);
    read(readers, views);
    readers.deliver(table.published());
    read(readers, order);
    return readers;
  }

  private static void read(TimedReaders readers, List<ReaderView> order) {
    var queries =
        order.stream()
            .map(view -> FeedQuery.feed(view.reader(), Schedule.START.plusSeconds(1), 500))
            .toArray(FeedQuery[]::new);
    readers.read(order.toArray(ReaderView[]::new), queries, 0, order.size());
  }

  @Test
  void equalPostsHaveEqualHashesHoweverTheyCameAndOthersDoNot() {
    for (int number = 0; number < POSTS; number++) {
      table.append(users.post(number % USERS, number, Schedule.START.plusMillis(number)));
    }
    var pushed = reading(Strategy.ALL_PUSH, views);
    var pulled = reading(Strategy.ALL_PULL, views);
    var others = reading(Strategy.ALL_PUSH, views.reversed());

    assertThat(pushed.found()).isPositive().isEqualTo(pulled.found()).isEqualTo(others.found());
    assertThat(pushed.foundHash()).isEqualTo(pulled.foundHash()).isNotEqualTo(others.foundHash());
  }
}
