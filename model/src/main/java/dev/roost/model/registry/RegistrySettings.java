package dev.roost.model.registry;

import java.time.Duration;

/// The declared rules of promotion and rollback, as numbers.
///
/// @param shadow least time that a challenger foretells without ranking; 0 skips the stage
/// @param shadowImpressions least impressions that it foretells, at least 1
/// @param shadowTolerance by what share of the champion's log loss it may be worse, at least 0
/// @param canary least time that a challenger ranks for a share of readers; 0 skips the stage
/// @param canaryShare that share, above 0 and at most 0.5
/// @param canaryImpressions least impressions of the canary's readers, at least 1
/// @param canaryTolerance by what share of the champion's value it may be worse, at least 0
/// @param watch time after its promotion in which a champion is held against its predecessor; 0
///     for never
/// @param watchTolerance by what share of its predecessor's log loss it may be worse, at least 0
/// @param patience longest time of a stage, at least the least time of each
/// @param lookEvery time between two looks at the evidence, above 0
/// @param files model files kept beside those in use, at least 1
public record RegistrySettings(
    Duration shadow,
    int shadowImpressions,
    double shadowTolerance,
    Duration canary,
    double canaryShare,
    int canaryImpressions,
    double canaryTolerance,
    Duration watch,
    double watchTolerance,
    Duration patience,
    Duration lookEvery,
    int files) {

  public RegistrySettings {
    check(!shadow.isNegative(), "shadow must not be negative: " + shadow);
    check(!canary.isNegative(), "canary must not be negative: " + canary);
    check(!watch.isNegative(), "watch must not be negative: " + watch);
    check(shadowImpressions >= 1, "shadow-impressions must be at least 1: " + shadowImpressions);
    check(canaryImpressions >= 1, "canary-impressions must be at least 1: " + canaryImpressions);
    tolerance(shadowTolerance, "shadow-tolerance");
    tolerance(canaryTolerance, "canary-tolerance");
    tolerance(watchTolerance, "watch-tolerance");
    check(
        canaryShare > 0 && canaryShare <= 0.5,
        "canary-share must be above 0, at most 0.5: " + canaryShare);
    check(
        patience.compareTo(shadow) >= 0 && patience.compareTo(canary) >= 0,
        "patience must be at least shadow and canary: " + patience);
    check(lookEvery.isPositive(), "look-every must be positive: " + lookEvery);
    check(files >= 1, "files must be at least 1: " + files);
  }

  private static void tolerance(double value, String name) {
    check(
        value >= 0 && value < Double.POSITIVE_INFINITY,
        name + " must be finite and at least 0: " + value);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
