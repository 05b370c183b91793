package dev.roost.api.bench.feed;

import dev.roost.actors.fanout.ActiveReaders;
import dev.roost.actors.fanout.Freshness;
import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.FanoutBench;
import dev.roost.api.bench.FanoutBenchSettings;
import dev.roost.api.bench.FanoutEntry;
import dev.roost.api.bench.FollowGraph;
import dev.roost.api.bench.GraphUsers;
import dev.roost.model.chance.Chance;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// How the cost of a delivery, of a reader and of a read grows with users, and that of a delivery
/// with the followers of its author.
final class GrowthPart {

  private static final List<Integer> USERS = List.of(10_000, 30_000, 100_000, 300_000, 1_000_000);
  private static final List<Integer> FOLLOWERS = List.of(10, 100, 1_000, 10_000, 100_000, 300_000);
  private static final int FOLLOWS = 50;
  private static final long DELIVERIES = 20_000_000;
  private static final int READERS = 330_000; // of authors with ever more followers
  private static final int EDGES = 3_000_000; // of all authors of a size together
  private static final int LONE_DELIVERIES = 6_000_000;
  private static final int TABLE_ROWS = 1 << 16;
  private static final int BATCH = 256;
  private static final long BASE_BYTES = 256L << 20;
  private static final long BYTES_A_READER = 2_600 + FOLLOWS * 40; // and the graph

  private final FeedBenchSettings settings;
  private final BenchListener listener;

  GrowthPart(FeedBenchSettings settings, BenchListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  private static List<Integer> upTo(List<Integer> sizes, int largest) {
    var fitting = sizes.stream().filter(size -> size <= largest).toList();
    return fitting.isEmpty() ? List.of(largest) : fitting;
  }

  /// Measures.
  List<BenchRow> rows() {
    var rows = new ArrayList<BenchRow>();
    for (int users : upTo(USERS, settings.largest())) {
      try {
        rows.addAll(users(users));
      } catch (BenchException.TooLarge e) {
        listener.leavingOut("%,d users are left out. %s".formatted(users, e.getMessage()));
      }
    }
    int readers = Math.min(READERS, settings.largest());
    for (int followers : upTo(FOLLOWERS, (int) (readers * 10L / 11))) {
      listener.doing("growth: authors of %,d followers".formatted(followers));
      rows.add(new BenchRow("growth-followers-" + followers, delivery(readers, followers), "ns"));
    }
    return rows;
  }

  private List<BenchRow> users(int users) {
    int edges = FOLLOWS * users;
    FeedBenchSettings.requireHeap(BASE_BYTES + users * BYTES_A_READER);
    var fanout =
        new FanoutBench(
            new FanoutBenchSettings(
                users,
                edges,
                settings.seed(),
                settings.rounds(),
                Math.min(DELIVERIES, 10L * edges),
                Set.of(FanoutEntry.ROOST),
                null));
    listener.doing("growth: %,d users".formatted(users));
    var rows = new ArrayList<BenchRow>();
    for (var row : fanout.run(listener)) {
      if (row.name().equals(FanoutEntry.ROOST.row())) {
        rows.add(new BenchRow(name(users) + "-deliveries", row.value(), row.unit()));
      } else if (row.name().equals(FanoutEntry.ROOST.row() + "-bytes-per-reader")) {
        rows.add(new BenchRow(name(users) + "-bytes", row.value(), "bytes"));
      }
    }
    rows.add(new BenchRow(name(users) + "-read", read(users, edges), "us"));
    return rows;
  }

  private static String name(int users) {
    return "growth-users-" + users;
  }

  /// Returns the microseconds of the median read of 500 posts, all of them pushed.
  private double read(int users, int edges) {
    var graph = FollowGraph.generate(users, edges, settings.seed());
    var warm = new WarmReaders(graph, Strategy.named(Strategy.ALL_PUSH), settings.seed());
    warm.readAll(); // for the compiler
    var latencies = new Latencies();
    for (int round = 0; round < settings.rounds(); round++) {
      latencies.add(warm.readAll());
    }
    return latencies.micros(50);
  }

  /// Returns the nanoseconds of a delivery where all authors who post have so many followers.
  private double delivery(int users, int followers) {
    int authors = Math.clamp(EDGES / followers, 1, users);
    int[] counts = new int[users];
    for (int author = 0; author < authors; author++) {
      counts[author] = followers;
    }
    var graph = FollowGraph.of(counts, settings.seed());
    var table = new ItemTable(TABLE_ROWS, 1);
    var push = Strategy.named(Strategy.ALL_PUSH).settings();
    var readers = new ActiveReaders(table, push, Freshness.unmeasured());
    var known = new GraphUsers(graph, Schedule.START);
    for (int user = 0; user < users; user++) {
      var view = known.view(user);
      readers.read(view, FeedQuery.feed(view.reader(), Schedule.START, 1));
    }
    var chance = Chance.of(settings.seed(), "bench-feed-growth");
    int posts = Math.max(1, Math.min(LONE_DELIVERIES, 20 * followers * authors) / followers);
    double[] rounds =
        IntStream.range(0, settings.rounds() + 1) // the first is for the compiler
            .mapToDouble(round -> round(table, readers, known, chance, authors, posts, round))
            .map(nanos -> nanos / ((double) posts * followers))
            .skip(1)
            .toArray();
    return Medians.of(rounds);
  }

  private static double round(
      ItemTable table,
      ActiveReaders readers,
      GraphUsers known,
      Chance chance,
      int authors,
      int posts,
      int round) {
    long nanos = 0;
    for (int post = 0; post < posts; ) {
      for (int end = Math.min(posts, post + BATCH); post < end; post++) {
        long number = (long) round * posts + post + 1;
        int author = chance.below(authors, number, 0, 0);
        table.append(known.post(author, number, Schedule.START.plusMillis(number)));
      }
      long began = ThreadTime.nanos();
      readers.deliver(table.published(), Integer.MAX_VALUE);
      nanos += ThreadTime.nanos() - began;
    }
    return nanos;
  }
}
