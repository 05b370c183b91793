package dev.roost.actors.learn;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;

/// Settings of the training of models, read from `roost.learn`; `reference.conf` says what each key
/// means.
public record LearnSettings(
    Duration every, Duration installDelay, Duration afterIncident, int minRows, boolean waits) {

  public LearnSettings {
    check(every.isPositive(), "every must be positive: " + every);
    check(!installDelay.isNegative(), "install-delay must not be negative: " + installDelay);
    check(!afterIncident.isNegative(), "after-incident must not be negative: " + afterIncident);
    check(minRows >= 1, "min-rows must be at least 1: " + minRows);
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.learn` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  public static LearnSettings from(Config config) {
    try {
      return new LearnSettings(
          config.getDuration("every"),
          config.getDuration("install-delay"),
          config.getDuration("after-incident"),
          config.getInt("min-rows"),
          config.getBoolean("waits"));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.learn", e.getMessage(), e);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
