package dev.roost.model.rank;

import java.util.Arrays;

/// Weighted sums of features. Immutable.
public final class LinearSums {

  private final int features;
  private final double[] base;
  private final double[] weights; // [base.length, features]

  /// Returns sums.
  ///
  /// @param base each sum before any feature, at least one; copied
  /// @param weights shape `[base.length, features]`, row-major, finite; copied
  /// @throws IllegalArgumentException if the shape is another one or a number is not finite
  public LinearSums(int features, double[] base, double[] weights) {
    if (features < 1 || base.length < 1 || weights.length != features * base.length) {
      throw new IllegalArgumentException(
          "no sums: %d features, %d sums, %d weights"
              .formatted(features, base.length, weights.length));
    }
    if (!Arrays.stream(base).allMatch(Double::isFinite)
        || !Arrays.stream(weights).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a weight is not finite");
    }
    this.features = features;
    this.base = base.clone();
    this.weights = weights.clone();
  }

  /// Returns the number of columns of a row.
  public int features() {
    return features;
  }

  /// Returns the number of sums.
  public int width() {
    return base.length;
  }

  /// Returns a sum before any feature.
  public double base(int sum) {
    return base[sum];
  }

  /// Returns the weight of a feature in a sum.
  public double weight(int sum, int feature) {
    return weights[sum * features + feature];
  }

  /// Writes the sums of rows. O(n · features · sums), without allocation.
  ///
  /// @param rows row-major `[n, features]`
  /// @param out row-major `[n, width]` or longer; the first n are overwritten
  /// @throws IllegalArgumentException if a value is NaN or infinite
  public void of(float[] rows, int n, double[] out) {
    for (int row = 0; row < n; row++) {
      for (int sum = 0; sum < base.length; sum++) {
        double value = base[sum];
        for (int i = 0; i < features; i++) {
          value += weights[sum * features + i] * rows[row * features + i];
        }
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("a feature is NaN or infinite");
        }
        out[row * base.length + sum] = value;
      }
    }
  }
}
