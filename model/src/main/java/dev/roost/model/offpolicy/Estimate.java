package dev.roost.model.offpolicy;

import static java.util.Objects.requireNonNull;

import dev.roost.model.metric.MeanInterval;

/// What a policy that did not log would have earned a row, and whether to believe it.
///
/// @param by how it was estimated
/// @param value reward a row, with its 95 % interval over readers
/// @param evidence what the rows say of this policy, with the weights that were used
/// @param verdict whether that is enough; where it is not, `value` is for curiosity only
public record Estimate(Estimator by, MeanInterval value, Evidence evidence, Verdict verdict) {

  public Estimate {
    requireNonNull(by);
    requireNonNull(value);
    requireNonNull(evidence);
    requireNonNull(verdict);
  }
}
