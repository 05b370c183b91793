package dev.roost.model.rank;

import java.time.Duration;

/// When an item counts as seen, and is not shown again in a ranked feed.
///
/// @param times impressions of it, of its original and of other reposts of that; at least 1
/// @param within age up to which an impression counts; positive
public record SeenSettings(int times, Duration within) {

  public SeenSettings {
    if (times < 1) {
      throw new IllegalArgumentException("seen.times must be at least 1: " + times);
    }
    if (!within.isPositive()) {
      throw new IllegalArgumentException("seen.within must be positive: " + within);
    }
  }

  /// Returns settings by which nothing is shown twice within a month.
  public static SeenSettings usual() {
    return new SeenSettings(1, Duration.ofDays(30));
  }
}
