package dev.roost.api.bench.feed;

import java.util.Arrays;

/// The middle of what rounds measured.
final class Medians {

  private Medians() {}

  /// Returns the median; the lower one of two.
  ///
  /// @param values at least one
  static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }
}
