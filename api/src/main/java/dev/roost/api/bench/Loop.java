package dev.roost.api.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// The limit: a plain loop that writes row numbers into rings, each thread for its share of the
/// readers. Nothing could be read from these inboxes in time, withdrawn, or followed anew.
final class Loop implements Contestant {

  private static final int BITS = Integer.numberOfTrailingZeros(INBOX);
  private static final int SHARES = 2;

  private final FollowGraph graph;
  private final List<Share> shares;
  private final ExecutorService threads = Executors.newFixedThreadPool(SHARES);

  /// The readers of one thread and their inboxes.
  private static final class Share {
    private final int[] start; // by author, into `followers`
    private final int[] followers;
    private final int[] inbox;
    private final int[] tail;

    private Share(FollowGraph graph, int share) {
      int readers = (graph.users() + SHARES - 1) / SHARES;
      start = new int[graph.users() + 1];
      followers = followers(graph, share, start);
      inbox = new int[Math.multiplyExact(readers, INBOX)];
      tail = new int[readers];
    }

    private static int[] followers(FollowGraph graph, int share, int[] start) {
      int[] followers = new int[graph.edges()];
      int at = 0;
      for (int author = 0; author < graph.users(); author++) {
        for (int i = 0; i < graph.followerCount(author); i++) {
          int reader = graph.follower(author, i);
          if (reader % SHARES == share) {
            followers[at++] = reader / SHARES;
          }
        }
        start[author + 1] = at;
      }
      return Arrays.copyOf(followers, at);
    }

    private long deliver(PostRound round) {
      long deliveries = 0;
      for (int post = 0; post < round.posts(); post++) {
        deliveries += deliver(round.author(post), post);
      }
      return deliveries;
    }

    private int deliver(int author, int row) {
      int[] all = followers;
      int[] into = inbox;
      int[] ends = tail;
      int from = start[author];
      int to = start[author + 1];
      for (int i = from; i < to; i++) {
        int reader = all[i];
        into[(reader << BITS) | (ends[reader]++ & (INBOX - 1))] = row;
      }
      return to - from;
    }
  }

  Loop(FollowGraph graph) {
    this.graph = graph;
    shares = IntStream.range(0, SHARES).mapToObj(share -> new Share(graph, share)).toList();
  }

  @Override
  public Delivery prepare(PostRound round) {
    return new Delivery(round.deliveries(), () -> deliver(round));
  }

  /// Returns this loop run by one thread, into the same inboxes.
  Contestant onOneThread() {
    return new OneThread();
  }

  private long deliver(PostRound round) {
    var running = shares.stream().map(share -> threads.submit(() -> share.deliver(round))).toList();
    return running.stream().mapToLong(Loop::await).sum();
  }

  private static long await(Future<Long> running) {
    try {
      return running.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a loop did not end", e);
    }
  }

  @Override
  public int readers() {
    return graph.users();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private final class OneThread implements Contestant {

    @Override
    public Delivery prepare(PostRound round) {
      return new Delivery(round.deliveries(), () -> deliverAll(round));
    }

    private long deliverAll(PostRound round) {
      long deliveries = 0;
      for (int post = 0; post < round.posts(); post++) {
        for (var share : shares) {
          deliveries += share.deliver(round.author(post), post);
        }
      }
      return deliveries;
    }

    @Override
    public int readers() {
      return Loop.this.readers();
    }

    @Override
    public void close() {}
  }
}
