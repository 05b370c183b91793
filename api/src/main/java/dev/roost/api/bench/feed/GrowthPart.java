package dev.roost.api.bench.feed;

import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.FanoutBench;
import dev.roost.api.bench.FanoutBenchSettings;
import dev.roost.api.bench.FanoutEntry;
import dev.roost.api.bench.FollowGraph;
import dev.roost.api.bench.GraphSize;
import dev.roost.api.bench.Latencies;
import dev.roost.api.bench.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
  private static final long BASE_BYTES = 256L << 20;

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

  /// Returns what is to be measured; nothing is drawn before that begins.
  Stream<Measurement> measurements() {
    return Stream.concat(
        upTo(USERS, settings.largest()).stream().map(this::users), Stream.of(followers()));
  }

  private Measurement users(int users) {
    var fanout =
        new FanoutBenchSettings(
            new GraphSize(users, FOLLOWS * users),
            settings.seed(),
            settings.rounds(),
            Math.min(DELIVERIES, 10L * FOLLOWS * users),
            Set.of(FanoutEntry.ROOST),
            null);
    return new Measurement(
        "growth, %,d users".formatted(users), fanout.heapNeeded(), () -> users(fanout));
  }

  private List<BenchRow> users(FanoutBenchSettings fanout) {
    var name = "growth-users-" + fanout.size().users();
    var rows = new ArrayList<BenchRow>();
    for (var row : new FanoutBench(fanout).run(listener)) {
      if (row.name().equals(FanoutEntry.ROOST.row())) {
        rows.add(new BenchRow(name + "-deliveries", row.value(), row.unit()));
      } else if (row.name().equals(FanoutEntry.ROOST.row() + "-bytes-per-reader")) {
        rows.add(new BenchRow(name + "-bytes", row.value(), "bytes"));
      }
    }
    rows.add(new BenchRow(name + "-read", read(fanout.size()), "us"));
    return rows;
  }

  private Measurement followers() {
    int users = Math.min(READERS, settings.largest());
    return new Measurement(
        "growth, up to %,d followers"
            .formatted(Math.min(FOLLOWERS.getLast(), mostFollowers(users))),
        BASE_BYTES + GraphSize.treeBytes(users, EDGES) + GraphSize.graphBytes(EDGES),
        () -> followers(users));
  }

  private static int mostFollowers(int users) {
    return (int) (users * 10L / 11);
  }

  private List<BenchRow> followers(int users) {
    var rows = new ArrayList<BenchRow>();
    for (int followers : upTo(FOLLOWERS, mostFollowers(users))) {
      listener.doing("growth: authors of %,d followers".formatted(followers));
      rows.add(new BenchRow("growth-followers-" + followers, delivery(users, followers), "ns"));
    }
    return rows;
  }

  /// Returns the microseconds of the median read of 500 posts, all of them pushed.
  private double read(GraphSize size) {
    var graph = size.generate(settings.seed());
    var warm = new WarmReaders(graph, Strategy.named(Strategy.ALL_PUSH), settings.seed());
    var latencies = new Latencies();
    for (int round = -WarmReaders.WARM_UPS; round < settings.rounds(); round++) {
      warm.post(WarmReaders.NEW_POSTS);
      (round < 0 ? new Latencies() : latencies).add(warm.readNext());
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
    var posting = new Posting(graph, authors, settings.seed());
    int posts = Math.max(1, Math.min(LONE_DELIVERIES, 20 * followers * authors) / followers);
    posting.nanos(posts); // for the compiler
    double[] rounds = new double[settings.rounds()];
    Arrays.setAll(rounds, _ -> posting.nanos(posts) / ((double) posts * followers));
    return Median.of(rounds);
  }
}
