package dev.roost.model.registry;

import java.time.Duration;

/// How fast a challenger passes through its trial.
///
/// @param shadow least time that it foretells without ranking; 0 skips the stage
/// @param canary least time that it ranks for a share of readers; 0 skips the stage
/// @param canaryShare that share, above 0 and at most 0.5
public record Pace(Duration shadow, Duration canary, double canaryShare) {

  public Pace {
    check(!shadow.isNegative(), "shadow must not be negative: " + shadow);
    check(!canary.isNegative(), "canary must not be negative: " + canary);
    check(
        canaryShare > 0 && canaryShare <= 0.5,
        "canary-share must be above 0, at most 0.5: " + canaryShare);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
