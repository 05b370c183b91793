package dev.roost.actors.feed;

import static java.util.Objects.requireNonNull;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;

/// Settings of feed requests, read from `roost.feed`; `reference.conf` says what each key means.
public record FeedSettings(
    Duration deadline, int lastAnswers, int workers, PrecomputeSettings precompute) {

  public FeedSettings {
    requireNonNull(precompute);
    check(!deadline.isNegative(), "deadline must not be negative: " + deadline);
    check(lastAnswers >= 0, "last-answers must be at least 0: " + lastAnswers);
    check(workers >= 1, "workers must be at least 1: " + workers);
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.feed` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  public static FeedSettings from(Config config) {
    try {
      return new FeedSettings(
          config.getDuration("deadline"),
          config.getInt("last-answers"),
          config.getInt("workers"),
          PrecomputeSettings.from(config.getConfig("precompute")));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.feed", e.getMessage(), e);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
