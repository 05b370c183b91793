package dev.roost.model.metric;

import java.util.Arrays;

/// The allowed regions that the metrics share, written so that NaN fails.
final class Checks {

  private Checks() {}

  static void sameLength(int expected, int actual, String what) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          what + " must have length " + expected + " as the first argument has: " + actual);
    }
  }

  static void finite(double[] values, String what) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(what + " " + i + " must be finite: " + values[i]);
      }
    }
  }

  static void weights(double[] weights) {
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "weight " + i + " must be finite and at least 0: " + weights[i]);
      }
    }
  }

  static void rank(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1: " + k);
    }
  }

  static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
