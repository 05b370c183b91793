package dev.roost.actors.item;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;

/// Settings of items and of the counting of engagements, read from `roost.item`; `reference.conf`
/// says what each key means.
public record ItemSettings(
    int checkpointEvery,
    Duration checkpointIdle,
    int addsInFlight,
    Duration flushEvery,
    Duration flushTimeout) {

  public ItemSettings {
    check(checkpointEvery >= 1, "checkpoint-every must be at least 1: " + checkpointEvery);
    check(checkpointIdle.isPositive(), "checkpoint-idle must be positive: " + checkpointIdle);
    check(addsInFlight >= 1, "adds-in-flight must be at least 1: " + addsInFlight);
    check(flushEvery.isPositive(), "flush-every must be positive: " + flushEvery);
    check(flushTimeout.isPositive(), "flush-timeout must be positive: " + flushTimeout);
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.item` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  public static ItemSettings from(Config config) {
    try {
      return new ItemSettings(
          config.getInt("checkpoint-every"),
          config.getDuration("checkpoint-idle"),
          config.getInt("adds-in-flight"),
          config.getDuration("flush-every"),
          config.getDuration("flush-timeout"));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.item", e.getMessage(), e);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
