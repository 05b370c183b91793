package dev.roost.model.drift;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// An alarm as part of an incident.
///
/// @param at end of the window that raised it
/// @param incident number of its incident, counted from 1 in a watch's life
/// @param opening whether it opened the incident; its suspect and slice are then the incident's
/// @param monitor the detector, such as `calibration`
/// @param suspect class of cause
/// @param slice what it speaks of: `all`, a slice such as `country=BR`, `feature=item-age`, or the
///     stream that fell silent
/// @param onsetFrom earliest instant at which the change may have begun
/// @param onsetTo latest such instant
/// @param effect size: for `calibration` observed over expected relative to the slice's own
///     baseline, 1 without change; for the others a distance, 0 without change
/// @param strength nats in its favour; comparable within one monitor
/// @param evidence one line for people
public record Finding(
    Instant at,
    int incident,
    boolean opening,
    String monitor,
    Suspect suspect,
    String slice,
    Instant onsetFrom,
    Instant onsetTo,
    double effect,
    double strength,
    String evidence) {

  public Finding {
    requireNonNull(at);
    requireNonNull(monitor);
    requireNonNull(suspect);
    requireNonNull(slice);
    requireNonNull(onsetFrom);
    requireNonNull(onsetTo);
    requireNonNull(evidence);
  }

  static Finding of(Alarm alarm, Instant at, int incident, boolean opening) {
    return new Finding(
        at,
        incident,
        opening,
        alarm.monitor(),
        alarm.suspect(),
        alarm.slice(),
        alarm.onsetFrom(),
        alarm.onsetTo(),
        alarm.effect(),
        alarm.strength(),
        alarm.evidence());
  }
}
