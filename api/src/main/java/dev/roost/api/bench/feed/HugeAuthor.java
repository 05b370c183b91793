package dev.roost.api.bench.feed;

import dev.roost.api.bench.FollowGraph;
import java.util.Arrays;

/// A graph in which one author is followed by nearly everybody, and all others by about equally
/// many.
final class HugeAuthor {

  /// The author whom nearly everybody follows.
  static final int AUTHOR = 0;

  static final int FOLLOWERS = 300_000;

  private static final int LEAST_USERS = 330_000;
  private static final int LARGE = 100_000;

  private HugeAuthor() {}

  /// Returns how many users there are where so many were asked for: from 100,000 on at least
  /// 330,000, of whom 300,000 follow the author; of fewer, ten elevenths do.
  static int users(FeedBenchSettings settings) {
    int users = settings.size().users();
    return users >= LARGE ? Math.max(LEAST_USERS, users) : users;
  }

  /// Returns how many edges there are, about.
  static long edges(FeedBenchSettings settings) {
    return (long) users(settings) * followers(settings) + FOLLOWERS;
  }

  /// Returns how many follow anybody else.
  private static int followers(FeedBenchSettings settings) {
    return Math.max(1, settings.size().edges() / settings.size().users());
  }

  /// Returns the graph.
  static FollowGraph graph(FeedBenchSettings settings) {
    int[] followers = new int[users(settings)];
    Arrays.fill(followers, followers(settings));
    followers[AUTHOR] = (int) Math.min(FOLLOWERS, followers.length * 10L / 11);
    return FollowGraph.of(followers, settings.seed());
  }

  /// Returns whether a reader follows the author.
  static boolean isFollowedBy(FollowGraph graph, int reader) {
    return graph.followCount(reader) > 0 && graph.follow(reader, 0) == AUTHOR; // ascending
  }
}
