package dev.roost.simulator.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line of the scoreboard: one monitor held against one injection, misses included.
///
/// @param injection place of the injection in the ledger, from 0; -1 for a monitor's line in a run
///     without injections
/// @param monitor name of the monitor; `any` for the line over all of them
/// @param at its first alarm that the injection explains; null if missed
/// @param delay from the onset to that alarm; null if missed, which never counts as a delay
/// @param suspectRight whether that alarm names class and slice of the injection
/// @param onsetInside whether the true onset lies in the interval that the alarm states
/// @param falseIncidents incidents opened by this monitor in the main world that nothing explains
public record Score(
    int injection,
    String monitor,
    Outcome outcome,
    @Nullable Instant at,
    @Nullable Duration delay,
    boolean suspectRight,
    boolean onsetInside,
    int falseIncidents) {

  /// How a monitor did.
  public enum Outcome {
    DETECTED,
    MISSED,
    /// Nothing was injected, so there was nothing to detect.
    NOTHING_TO_DETECT
  }
}
