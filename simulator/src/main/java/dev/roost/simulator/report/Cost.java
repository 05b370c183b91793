package dev.roost.simulator.report;

import java.time.Duration;

/// What a run cost on this machine; the only part of a report that differs between equal seeds.
///
/// @param wallSeconds time from start to report
/// @param peakHeapMiB largest heap in use, in MiB
/// @param feedsPerSecond feeds of all worlds over `wallSeconds`
/// @param deliveriesPerSecond deliveries of all worlds over `wallSeconds`
public record Cost(
    double wallSeconds, double peakHeapMiB, double feedsPerSecond, double deliveriesPerSecond) {

  /// Returns the cost of what happened in all worlds.
  public static Cost of(Duration wall, double peakHeapMiB, Counts all) {
    double seconds = Math.max(wall.toNanos(), 1) / 1e9;
    return new Cost(seconds, peakHeapMiB, all.feeds() / seconds, all.deliveries() / seconds);
  }
}
