package dev.roost.model.metric;

import java.util.OptionalDouble;

/// Mean absolute error, in the unit of what is predicted; beside [Rmse] it says how much of that is
/// owed to a few great misses.
///
/// Source: Willmott and Matsuura, [Advantages of the mean absolute error over the root mean square
/// error](https://doi.org/10.3354/cr030079), Climate Research 30, 2005.
public final class Mae {

  private Mae() {}

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
      sum += Math.abs(predicted[i] - actual[i]);
    }
    return predicted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum / predicted.length);
  }
}
