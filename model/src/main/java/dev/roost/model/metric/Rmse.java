package dev.roost.model.metric;

import java.util.OptionalDouble;

/// Root of the mean squared error, in the unit of what is predicted.
public final class Rmse {

  private Rmse() {}

  /// Returns the error of unweighted predictions. O(n).
  ///
  /// @param predicted shape `[n]`, each finite
  /// @param actual shape `[n]`, each finite, same unit
  /// @return a value of at least 0, or empty if there is none to compare
  /// @throws IllegalArgumentException if the lengths differ or a value is not finite
  public static OptionalDouble of(double[] predicted, double[] actual) {
    Checks.sameLength(predicted.length, actual.length, "actual");
    Checks.finite(predicted, "prediction");
    Checks.finite(actual, "actual value");
    double sum = 0;
    for (int i = 0; i < predicted.length; i++) {
      double miss = predicted[i] - actual[i];
      sum += miss * miss;
    }
    return predicted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(sum / predicted.length));
  }
}
