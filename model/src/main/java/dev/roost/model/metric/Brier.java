package dev.roost.model.metric;

import java.util.OptionalDouble;

/// Brier score: the mean squared distance of probabilities from what happened.
public final class Brier {

  private Brier() {}

  /// Returns the weighted mean. O(n).
  ///
  /// Source: Brier, [Verification of forecasts expressed in terms of
  /// probability](https://doi.org/10.1175/1520-0493%281950%29078%3C0001:VOFEIT%3E2.0.CO;2), Monthly
  /// Weather Review 78(1), 1950, for two outcomes, of which one is counted: half of Brier's value.
  ///
  /// @return a value in `[0, 1]`, or empty if nothing has weight
  public static OptionalDouble of(Predictions predictions) {
    double sum = 0;
    for (int i = 0; i < predictions.size(); i++) {
      double miss = predictions.probability(i) - (predictions.happened(i) ? 1 : 0);
      sum += predictions.weight(i) * miss * miss;
    }
    double total = predictions.totalWeight();
    return total > 0 ? OptionalDouble.of(sum / total) : OptionalDouble.empty();
  }
}
