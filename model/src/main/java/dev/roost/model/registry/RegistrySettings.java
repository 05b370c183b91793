package dev.roost.model.registry;

import java.time.Duration;
import java.util.stream.Stream;

/// The declared rules of promotion and rollback, as numbers.
///
/// @param scheduled the trial of a model that was made by the calendar
/// @param urgent the trial of a model that answers an incident, while the champion does harm
/// @param shadowImpressions least impressions that a challenger foretells, at least 1
/// @param shadowTolerance by what share of the champion's log loss it may be worse, at least 0
/// @param canaryImpressions least impressions of the canary's readers, at least 1
/// @param canaryTolerance by what share of the champion's value it may be worse, at least 0
/// @param watch time after its promotion in which a champion is held against its predecessor; 0
///     for never
/// @param watchTolerance by what share of its predecessor's log loss it may be worse, at least 0
/// @param patience longest time of a stage, at least the least time of each
/// @param lookEvery time between two looks at the evidence, above 0
/// @param files model files kept beside those in use, at least 1
public record RegistrySettings(
    Pace scheduled,
    Pace urgent,
    int shadowImpressions,
    double shadowTolerance,
    int canaryImpressions,
    double canaryTolerance,
    Duration watch,
    double watchTolerance,
    Duration patience,
    Duration lookEvery,
    int files) {

  public RegistrySettings {
    check(!watch.isNegative(), "watch must not be negative: " + watch);
    check(shadowImpressions >= 1, "shadow-impressions must be at least 1: " + shadowImpressions);
    check(canaryImpressions >= 1, "canary-impressions must be at least 1: " + canaryImpressions);
    tolerance(shadowTolerance, "shadow-tolerance");
    tolerance(canaryTolerance, "canary-tolerance");
    tolerance(watchTolerance, "watch-tolerance");
    check(
        Stream.of(scheduled.shadow(), scheduled.canary(), urgent.shadow(), urgent.canary())
            .allMatch(least -> patience.compareTo(least) >= 0),
        "patience must be at least every shadow and canary: " + patience);
    check(lookEvery.isPositive(), "look-every must be positive: " + lookEvery);
    check(files >= 1, "files must be at least 1: " + files);
  }

  /// Returns the trial of an offer.
  public Pace pace(Offer offer) {
    return offer.urgent() ? urgent : scheduled;
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
