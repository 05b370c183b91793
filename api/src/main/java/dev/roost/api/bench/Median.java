package dev.roost.api.bench;

import java.util.Arrays;

/// The middle of what rounds measured.
public final class Median {

  private Median() {}

  /// Returns the median; of an even number the mean of the middle two.
  ///
  /// @param values at least one
  public static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
