package dev.roost.model.offpolicy;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.UserId;

/// One thing that a logging policy showed, and what came of it.
///
/// @param reader to whom it was shown; rows of one reader may depend on each other as they like
/// @param reward what came of it, in the unit of the value asked for, finite
/// @param propensity probability with which the logging policy showed this here, in `(0, 1]`
/// @param target probability with which the policy in question would have, in `[0, 1]`
public record LoggedRow(UserId reader, double reward, double propensity, double target) {

  public LoggedRow {
    requireNonNull(reader);
    if (!Double.isFinite(reward)) {
      throw new IllegalArgumentException("reward must be finite: " + reward);
    }
    if (!(propensity > 0 && propensity <= 1)) {
      throw new IllegalArgumentException(
          "propensity must be in (0, 1]: "
              + propensity
              + "; log the probability with which the row was shown, and leave out rows without");
    }
    if (!(target >= 0 && target <= 1)) {
      throw new IllegalArgumentException("target must be a probability in [0, 1]: " + target);
    }
    if (!(target / propensity < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "target / propensity must be finite: " + target + " / " + propensity);
    }
  }

  /// Returns the importance weight: how often the policy in question shows this for once that the
  /// logging policy does.
  public double weight() {
    return target / propensity;
  }
}
