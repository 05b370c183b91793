package dev.roost.actors.feed;

import static java.util.Objects.requireNonNull;

import com.typesafe.config.Config;
import java.time.Duration;

/// Settings of feeds that are made ahead of time, read from `roost.feed.precompute`;
/// `reference.conf` says what each key means.
public record PrecomputeSettings(
    int readers, int feedsPerPulse, Duration maxAge, Duration idleAfter, Duration idleUntil) {

  public PrecomputeSettings {
    requireNonNull(maxAge);
    requireNonNull(idleAfter);
    requireNonNull(idleUntil);
    check(readers >= 0, "precompute.readers must be at least 0: " + readers);
    check(feedsPerPulse >= 1, "precompute.feeds-per-pulse must be at least 1: " + feedsPerPulse);
    check(maxAge.isPositive(), "precompute.max-age must be positive: " + maxAge);
    check(!idleAfter.isNegative(), "precompute.idle-after must not be negative: " + idleAfter);
    check(
        idleUntil.compareTo(idleAfter) > 0,
        "precompute.idle-until must be longer than idle-after: " + idleUntil);
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.feed.precompute` section
  /// @throws IllegalArgumentException if a value is out of range
  static PrecomputeSettings from(Config config) {
    return new PrecomputeSettings(
        config.getInt("readers"),
        config.getInt("feeds-per-pulse"),
        config.getDuration("max-age"),
        config.getDuration("idle-after"),
        config.getDuration("idle-until"));
  }

  /// Returns settings by which nothing is made ahead.
  public static PrecomputeSettings off() {
    return new PrecomputeSettings(
        0, 1, Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofDays(1));
  }

  /// Returns whether anything is made ahead.
  public boolean areOn() {
    return readers > 0;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
