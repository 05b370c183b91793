package dev.roost.actors.fanout;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;

/// Settings of the fan-out tree, read from `roost.fanout`; `reference.conf` says what each key
/// means.
public record FanoutSettings(
    int batchPosts,
    Duration batchWindow,
    int frameBytes,
    int windowFrames,
    Duration withdrawDeadline,
    int withdrawnKept,
    int trendingRows,
    int outstandingFrames,
    int sliceRows,
    int inboxRows,
    int readLimit,
    Strategy strategy,
    double postsPerRead,
    double assumedReadsPerDay,
    int redecideReads) {

  /// Which edges are pushed.
  public enum Strategy {
    ALL_PUSH,
    ALL_PULL,
    PER_EDGE
  }

  private static final int MOST_INBOX_ROWS = 1 << 16;
  private static final int MOST_FRAME_BYTES = 200 * 1024; // Akka drops what is above 256 KiB

  public FanoutSettings {
    check(batchPosts >= 1, "batch-posts must be at least 1: " + batchPosts);
    check(batchWindow.isPositive(), "batch-window must be positive: " + batchWindow);
    check(
        frameBytes >= 1024 && frameBytes <= MOST_FRAME_BYTES,
        "frame-bytes must be from 1 KiB to 200 KiB: " + frameBytes);
    check(windowFrames >= 1, "window-frames must be at least 1: " + windowFrames);
    check(withdrawDeadline.isPositive(), "withdraw-deadline must be positive: " + withdrawDeadline);
    check(withdrawnKept >= 1, "withdrawn-kept must be at least 1: " + withdrawnKept);
    check(trendingRows >= 1, "trending-rows must be at least 1: " + trendingRows);
    check(outstandingFrames >= 1, "outstanding-frames must be at least 1: " + outstandingFrames);
    check(sliceRows >= 1, "slice-rows must be at least 1: " + sliceRows);
    check(
        inboxRows >= 1 && inboxRows <= MOST_INBOX_ROWS && Integer.bitCount(inboxRows) == 1,
        "inbox-rows must be a power of two up to " + MOST_INBOX_ROWS + ": " + inboxRows);
    check(
        readLimit >= 1 && readLimit <= inboxRows,
        "read-limit must be from 1 to inbox-rows: " + readLimit);
    check(
        postsPerRead >= 0 && postsPerRead < Double.POSITIVE_INFINITY,
        "posts-per-read must be finite and at least 0: " + postsPerRead);
    check(
        assumedReadsPerDay >= 0 && assumedReadsPerDay < Double.POSITIVE_INFINITY,
        "assumed-reads-per-day must be finite and at least 0: " + assumedReadsPerDay);
    check(redecideReads >= 1, "redecide-reads must be at least 1: " + redecideReads);
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.fanout` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  public static FanoutSettings from(Config config) {
    try {
      return new FanoutSettings(
          config.getInt("batch-posts"),
          config.getDuration("batch-window"),
          Math.toIntExact(config.getBytes("frame-bytes")),
          config.getInt("window-frames"),
          config.getDuration("withdraw-deadline"),
          config.getInt("withdrawn-kept"),
          config.getInt("trending-rows"),
          config.getInt("outstanding-frames"),
          config.getInt("slice-rows"),
          config.getInt("inbox-rows"),
          config.getInt("read-limit"),
          strategy(config.getString("strategy")),
          config.getDouble("posts-per-read"),
          config.getDouble("assumed-reads-per-day"),
          config.getInt("redecide-reads"));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.fanout", e.getMessage(), e);
    }
  }

  private static Strategy strategy(String name) {
    return switch (name) {
      case "all-push" -> Strategy.ALL_PUSH;
      case "all-pull" -> Strategy.ALL_PULL;
      case "per-edge" -> Strategy.PER_EDGE;
      default ->
          throw new IllegalArgumentException(
              "strategy must be all-push, all-pull or per-edge: " + name);
    };
  }

  /// Returns the policy that the settings name.
  EdgePolicy edgePolicy() {
    return switch (strategy) {
      case ALL_PUSH -> EdgePolicy.allPush();
      case ALL_PULL -> EdgePolicy.allPull();
      case PER_EDGE -> EdgePolicy.perEdge(postsPerRead);
    };
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
