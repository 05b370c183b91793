package dev.roost.model.drift;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// What one detector says in one window, before incidents are made of it.
///
/// @param monitor the detector's name
/// @param slice what it speaks of, as reports name it
/// @param onsetFrom earliest instant at which the change may have begun
/// @param onsetTo latest such instant, not before `onsetFrom`
/// @param effect finite: ratio to the baseline, or a distance, as `evidence` says
/// @param strength nats in its favour, finite and at least 0; comparable within one monitor
/// @param evidence one line for people
record Alarm(
    String monitor,
    Suspect suspect,
    String slice,
    Instant onsetFrom,
    Instant onsetTo,
    double effect,
    double strength,
    String evidence) {

  Alarm {
    requireNonNull(monitor);
    requireNonNull(suspect);
    requireNonNull(slice);
    requireNonNull(evidence);
    if (!Double.isFinite(effect) || !(strength >= 0 && strength < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "effect and strength must be finite: " + effect + ", " + strength);
    }
    if (onsetTo.isBefore(onsetFrom)) {
      throw new IllegalArgumentException("onset must not end before it begins: " + onsetTo);
    }
  }
}
