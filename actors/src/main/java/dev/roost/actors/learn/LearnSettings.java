package dev.roost.actors.learn;

import static java.util.Objects.requireNonNull;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.roost.model.train.Learner;
import java.time.Duration;

/// Settings of the training of models, read from `roost.learn`; `reference.conf` says what each key
/// means.
public record LearnSettings(
    Duration every,
    Duration installDelay,
    Duration afterIncident,
    boolean waits,
    Duration window,
    int windowPositives,
    int windowNegatives,
    int minRows,
    int maxRows,
    Learner learner,
    int trees,
    int leaves,
    double columnShare) {

  public LearnSettings {
    check(every.isPositive(), "every must be positive: " + every);
    check(!installDelay.isNegative(), "install-delay must not be negative: " + installDelay);
    check(!afterIncident.isNegative(), "after-incident must not be negative: " + afterIncident);
    check(window.isPositive(), "window must be positive: " + window);
    check(windowPositives >= 1, "window-positives must be at least 1: " + windowPositives);
    check(windowNegatives >= 1, "window-negatives must be at least 1: " + windowNegatives);
    check(minRows >= 20, "min-rows must be at least 20: " + minRows);
    check(maxRows >= minRows, "max-rows must be at least min-rows: " + maxRows);
    check(
        columnShare > 0 && columnShare <= 1,
        "column-share must be above 0, at most 1: " + columnShare);
    requireNonNull(learner);
    check(leaves >= 2 && leaves <= 256, "leaves must be from 2 to 256: " + leaves);
    check(trees >= 1 && trees <= 10_000, "trees must be from 1 to 10000: " + trees);
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
          config.getBoolean("waits"),
          config.getDuration("window"),
          config.getInt("window-positives"),
          config.getInt("window-negatives"),
          config.getInt("min-rows"),
          config.getInt("max-rows"),
          Learner.named(config.getString("learner")),
          config.getInt("trees"),
          config.getInt("leaves"),
          config.getDouble("column-share"));
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
