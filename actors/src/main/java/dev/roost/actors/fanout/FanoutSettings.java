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
    int sliceDeliveries,
    int inboxRows,
    int readLimit,
    Strategy strategy,
    int thresholdFollowers,
    int pushCap,
    double pushNanos,
    double lookNanos,
    double fetchNanos,
    double turnNanos,
    Duration rateWindow,
    double assumedReadsPerDay,
    Duration idleLimit) {

  /// Which edges are pushed.
  public enum Strategy {
    ALL_PUSH,
    ALL_PULL,
    THRESHOLD,
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
    check(sliceDeliveries >= 1, "slice-deliveries must be at least 1: " + sliceDeliveries);
    check(
        inboxRows >= 1 && inboxRows <= MOST_INBOX_ROWS && Integer.bitCount(inboxRows) == 1,
        "inbox-rows must be a power of two up to " + MOST_INBOX_ROWS + ": " + inboxRows);
    check(
        readLimit >= 1 && readLimit <= inboxRows,
        "read-limit must be from 1 to inbox-rows: " + readLimit);
    check(thresholdFollowers >= 0, "threshold-followers must be at least 0: " + thresholdFollowers);
    check(pushCap >= 0, "push-cap must be at least 0: " + pushCap);
    check(
        pushNanos > 0 && pushNanos < Double.POSITIVE_INFINITY,
        "push-nanos must be finite and above 0: " + pushNanos);
    check(
        lookNanos > 0 && lookNanos < Double.POSITIVE_INFINITY,
        "look-nanos must be finite and above 0: " + lookNanos);
    check(
        fetchNanos > 0 && fetchNanos < Double.POSITIVE_INFINITY,
        "fetch-nanos must be finite and above 0: " + fetchNanos);
    check(
        turnNanos > 0 && turnNanos < Double.POSITIVE_INFINITY,
        "turn-nanos must be finite and above 0: " + turnNanos);
    check(rateWindow.toMillis() >= 1, "rate-window must be at least 1 ms: " + rateWindow);
    check(
        assumedReadsPerDay >= 0 && assumedReadsPerDay < Double.POSITIVE_INFINITY,
        "assumed-reads-per-day must be finite and at least 0: " + assumedReadsPerDay);
    check(idleLimit.isPositive(), "idle-limit must be positive: " + idleLimit);
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
          config.getInt("slice-deliveries"),
          config.getInt("inbox-rows"),
          config.getInt("read-limit"),
          strategy(config.getString("strategy")),
          config.getInt("threshold-followers"),
          config.getInt("push-cap"),
          config.getDouble("push-nanos"),
          config.getDouble("look-nanos"),
          config.getDouble("fetch-nanos"),
          config.getDouble("turn-nanos"),
          config.getDuration("rate-window"),
          config.getDouble("assumed-reads-per-day"),
          config.getDuration("idle-limit"));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.fanout", e.getMessage(), e);
    }
  }

  private static Strategy strategy(String name) {
    return switch (name) {
      case "all-push" -> Strategy.ALL_PUSH;
      case "all-pull" -> Strategy.ALL_PULL;
      case "threshold" -> Strategy.THRESHOLD;
      case "per-edge" -> Strategy.PER_EDGE;
      default ->
          throw new IllegalArgumentException(
              "strategy must be all-push, all-pull, threshold or per-edge: " + name);
    };
  }

  /// Returns the policy that the settings name.
  EdgePolicy edgePolicy() {
    return switch (strategy) {
      case ALL_PUSH -> EdgePolicy.allPush();
      case ALL_PULL -> EdgePolicy.allPull();
      case THRESHOLD -> EdgePolicy.threshold(thresholdFollowers);
      case PER_EDGE -> EdgePolicy.perEdge(edgeCosts(), pushCap);
    };
  }

  /// Returns what pushing and pulling cost.
  EdgePolicy.Costs edgeCosts() {
    return new EdgePolicy.Costs(pushNanos, lookNanos, fetchNanos, turnNanos);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
