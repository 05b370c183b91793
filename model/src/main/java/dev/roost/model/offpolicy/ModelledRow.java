package dev.roost.model.offpolicy;

import static java.util.Objects.requireNonNull;

/// A logged row beside what a model of the reward expects there.
///
/// The model must not have learned from the row itself, nor from its reader: fit it on other
/// readers (cross-fitting, Chernozhukov et al., [Double/debiased machine learning for treatment and
/// structural parameters](https://doi.org/10.1111/ectj.12097), 2018).
///
/// @param row what was logged
/// @param ofShown reward expected of what was shown, finite
/// @param ofTarget reward expected of what the policy in question would show here: the mean over
///     all it might show, weighted by its probabilities; finite
public record ModelledRow(LoggedRow row, double ofShown, double ofTarget) {

  public ModelledRow {
    requireNonNull(row);
    if (!(Double.isFinite(ofShown) && Double.isFinite(ofTarget))) {
      throw new IllegalArgumentException(
          "expected rewards must be finite: " + ofShown + ", " + ofTarget);
    }
  }
}
