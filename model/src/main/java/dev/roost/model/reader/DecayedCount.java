package dev.roost.model.reader;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/// A count that fades: every event in it loses half its weight per half-life.
///
/// Only the value at one instant is kept, so adding is O(1) in time and space. The order in which
/// events arrive does not matter: a late event enters with the weight it would have had left.
///
/// Source: the exponential case of Cormode, Shkapenyuk, Srivastava and Xu, [Forward
/// Decay](https://doi.org/10.1109/ICDE.2009.65), ICDE 2009.
///
/// @param value weighted events at `asOf`; finite, at least 0
/// @param asOf the instant `value` refers to
public record DecayedCount(double value, Instant asOf) {

  public DecayedCount {
    requireNonNull(asOf);
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) { // written so that NaN fails
      throw new IllegalArgumentException("value must be finite and at least 0: " + value);
    }
  }

  /// Returns the count of nothing.
  public static DecayedCount none() {
    return new DecayedCount(0, Instant.EPOCH);
  }

  /// Returns the weight left at `when`, which may lie before [#asOf()].
  public double at(Instant when, Duration halfLife) {
    return value == 0 ? 0 : value * remaining(Duration.between(asOf, when), halfLife);
  }

  /// Returns this count with one event of `weight` that happened at `when`.
  public DecayedCount plus(double weight, Instant when, Duration halfLife) {
    return when.isAfter(asOf)
        ? new DecayedCount(at(when, halfLife) + weight, when)
        : new DecayedCount(
            value + weight * remaining(Duration.between(when, asOf), halfLife), asOf);
  }

  private static double remaining(Duration age, Duration halfLife) {
    return StrictMath.pow(2, -(double) age.toMillis() / halfLife.toMillis());
  }
}
