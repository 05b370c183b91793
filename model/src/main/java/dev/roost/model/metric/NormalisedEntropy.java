package dev.roost.model.metric;

import java.util.OptionalDouble;

/// Normalised entropy: the log loss divided by that of always predicting the base rate.
public final class NormalisedEntropy {

  private NormalisedEntropy() {}

  /// Returns the quotient; below 1 the predictions say more than the base rate alone. O(n).
  ///
  /// Source: He et al., [Practical lessons from predicting clicks on ads at
  /// Facebook](https://doi.org/10.1145/2648584.2648589), ADKDD 2014, equation 1.
  ///
  /// @return a value of at least 0, or empty unless both outcomes have weight
  public static OptionalDouble of(Predictions predictions) {
    double rate = predictions.observed() / predictions.totalWeight();
    if (!(rate > 0 && rate < 1)) { // NaN, too: nothing has weight
      return OptionalDouble.empty();
    }
    double entropy = rate * LogLoss.of(rate, true) + (1 - rate) * LogLoss.of(rate, false);
    return OptionalDouble.of(LogLoss.of(predictions).orElseThrow() / entropy);
  }
}
