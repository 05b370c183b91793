package dev.roost.api.bench.feed;

import dev.roost.actors.fanout.EdgeKind;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.api.bench.FanoutTree;
import dev.roost.api.bench.FollowGraph;
import dev.roost.api.bench.GraphUsers;
import dev.roost.api.bench.Latencies;
import dev.roost.model.chance.Chance;
import dev.roost.model.reader.ReaderView;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Posts and reads that come when they are due, whether or not earlier ones are done, to a fan-out
/// tree of the actors that serve.
///
/// Reads are of readers who do not follow the huge author; how long one took is counted from when
/// it was due until the desk was handed what it found. Only posts of the huge author carry when
/// they were acknowledged, so that the tree's record of freshness is of these alone. There is no
/// journal from whose tail a branch could catch up, so the root never leaves it behind; that record
/// also shows whether posts were lost nevertheless.
final class OpenLoad implements AutoCloseable {

  private static final int READS_PER_SECOND = 2_000;
  private static final int ASKED = 8_192; // readers
  private static final int WINDOW_FRAMES = 1 << 20;
  private static final int ITEMS = 1 << 18; // a second of posts, however few readers there are
  private static final long SECOND = 1_000_000_000L;
  private static final long PAUSE_NANOS = 1_000_000; // between bursts of posts that are due
  private static final long SLACK_NANOS = 150_000; // by which a pause may be too long
  private static final Instant UNKNOWN = Instant.EPOCH;

  private final FollowGraph graph;
  private final GraphUsers users;
  private final Chance chance;
  private final FanoutTree tree;
  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();
  private final ReaderView[] asked;
  private volatile Latencies latencies = new Latencies();
  private long posts;
  private long reads;
  private long hugePosts;

  /// Starts a tree in which everybody has read.
  OpenLoad(FollowGraph graph, String strategy, long seed) {
    this.graph = graph;
    users = new GraphUsers(graph, start);
    chance = Chance.of(seed, "bench-feed-load");
    tree =
        FanoutTree.start(
            Map.of(
                "roost.fanout.strategy",
                strategy,
                "roost.fanout.window-frames",
                WINDOW_FRAMES,
                "roost.node.items",
                ITEMS,
                "roost.node.partitions",
                2),
            job -> latencies.add(elapsed() - Duration.between(start, job.query().at()).toNanos()));
    asked =
        IntStream.range(0, graph.users())
            .filter(reader -> !HugeAuthor.isFollowedBy(graph, reader))
            .limit(ASKED)
            .mapToObj(users::view)
            .toArray(ReaderView[]::new);
    for (int reader = 0; reader < graph.users(); reader++) {
      tree.read(users.view(reader), now());
    }
    tree.awaitReads();
  }

  private long elapsed() {
    return System.nanoTime() - startNanos;
  }

  private Instant now() {
    return start.plusNanos(elapsed());
  }

  private FanoutRoot.Publish post(int author, Instant acknowledged) {
    var at = now().truncatedTo(ChronoUnit.MILLIS); // as the service stamps posts
    return new FanoutRoot.Publish(users.post(author, ++posts, at), acknowledged);
  }

  private FanoutRoot.Publish anyPost() {
    int others = graph.users() - 1;
    return post(1 + chance.below(others, posts, 0, 0), UNKNOWN);
  }

  /// Hands over posts as fast as they are delivered; returns how many a second that were.
  double saturate(Duration time) {
    long began = System.nanoTime();
    long before = posts;
    int segment = tree.mostPostsOnTheirWay() / 2;
    CompletionStage<?> last = CompletableFuture.completedStage(null);
    while (System.nanoTime() - began < time.toNanos()) {
      for (int i = 0; i < segment; i++) {
        tree.publish(anyPost());
      }
      last.toCompletableFuture().join();
      last = tree.flush(now());
    }
    last.toCompletableFuture().join();
    return (posts - before) * (double) SECOND / (System.nanoTime() - began);
  }

  /// Lets posts and reads come for some time; returns how long the reads took.
  ///
  /// @param withHuge whether the huge author posts once a second
  Latencies run(double postsPerSecond, Duration time, boolean withHuge) {
    var measured = new Latencies();
    latencies = measured;
    long began = elapsed();
    var reading = Thread.ofPlatform().start(() -> read(began, time.toNanos()));
    publish(began, time.toNanos(), postsPerSecond, withHuge);
    join(reading);
    tree.awaitReads();
    tree.flush(now()).toCompletableFuture().join();
    return measured;
  }

  private void publish(long began, long nanos, double postsPerSecond, boolean withHuge) {
    long sent = 0;
    long hugeSent = 0;
    for (long at = 0; at < nanos; at = elapsed() - began) {
      for (long due = (long) (postsPerSecond * at / SECOND); sent < due; sent++) {
        tree.publish(anyPost());
      }
      if (withHuge && hugeSent * SECOND + SECOND / 2 <= at) {
        hugeSent++;
        hugePosts++;
        tree.publish(post(HugeAuthor.AUTHOR, Instant.now()));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void read(long began, long nanos) {
    for (long number = 0, due = 0; due < nanos; due = ++number * SECOND / READS_PER_SECOND) {
      long wait = began + due - elapsed();
      if (wait > SLACK_NANOS) {
        LockSupport.parkNanos(wait - SLACK_NANOS);
      }
      while (elapsed() < began + due) {
        Thread.onSpinWait();
      }
      var view = asked[chance.below(asked.length, ++reads, 1, 0)];
      tree.read(view, start.plusNanos(began + due));
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while reads were on their way", e);
    }
  }

  /// Returns over how many edges posts of the huge author never came: on a machine that is busy
  /// with something else, rows may leave the table before they are delivered.
  long lost() {
    long expected = hugePosts * graph.followerCount(HugeAuthor.AUTHOR);
    return expected
        - tree.freshness().counts(EdgeKind.PUSH).edges()
        - tree.freshness().counts(EdgeKind.PULL).edges();
  }

  /// Returns the longest time until the last follower could see a post of the huge author.
  Duration hugeVisible() {
    var push = tree.freshness().counts(EdgeKind.PUSH).longest();
    var pull = tree.freshness().counts(EdgeKind.PULL).longest();
    return push.compareTo(pull) > 0 ? push : pull;
  }

  @Override
  public void close() {
    tree.close();
  }
}
