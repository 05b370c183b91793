package dev.roost.model.score;

import java.util.Arrays;

/// What all scorers ask of their arguments.
final class Checks {

  private Checks() {}

  /// Fails unless arrays have room for so many rows.
  static void requireRoom(TreeEnsemble trees, float[] rows, int n, int out, int outWidth) {
    boolean room =
        n >= 0 && rows.length >= (long) n * trees.features() && out >= (long) n * outWidth;
    if (!room) {
      throw new IllegalArgumentException(
          "no room for %d rows of %d features in %d values, or for %d results each in %d"
              .formatted(n, trees.features(), rows.length, outWidth, out));
    }
  }

  /// Fails unless the first values are finite.
  static void requireFinite(float[] values, int count) {
    int worst = 0; // without a branch, since all are finite nearly always
    for (int i = 0; i < count; i++) {
      worst = Math.max(worst, Ordinals.exponent(values[i]));
    }
    for (int i = 0; worst == Ordinals.NOT_FINITE && i < count; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "a feature is NaN or infinite: value %d is %s".formatted(i, values[i]));
      }
    }
  }

  static void requireFinite(int feature, float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException(
          "a feature is NaN or infinite: feature %d is %s".formatted(feature, value));
    }
  }

  /// Sets the sums of the first rows to the base.
  static void fillBase(TreeEnsemble trees, int n, double[] out) {
    int width = trees.width();
    if (width == 1) {
      Arrays.fill(out, 0, n, trees.base(0));
      return;
    }
    for (int i = 0; i < n * width; i++) {
      out[i] = trees.base(i % width);
    }
  }
}
