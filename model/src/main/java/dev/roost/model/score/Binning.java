package dev.roost.model.score;

import static dev.roost.model.score.Lanes.FLOATS;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Finds the bins of values: counts the cuts below a value in two steps of sixteen, each a
/// comparison of whole vectors without a branch. Bins are stored less 128, so that bytes compare as
/// signed.
final class Binning {

  static final int BIAS = 128;

  private static final int FAN = 16;
  private static final int TABLE = FAN + FAN * FAN;

  private final int features;
  private final float[] tables; // [features]: every sixteenth cut, then all cuts, then infinity

  Binning(Cuts cuts) {
    features = cuts.features();
    tables = new float[features * TABLE];
    Arrays.fill(tables, Float.POSITIVE_INFINITY);
    for (int feature = 0; feature < features; feature++) {
      int from = feature * TABLE;
      for (int i = 0; i < cuts.count(feature); i++) {
        tables[from + FAN + i] = cuts.cut(feature, i);
      }
      for (int i = 0; i < FAN; i++) {
        tables[from + i] = tables[from + FAN * (i + 2) - 1];
      }
    }
  }

  int features() {
    return features;
  }

  /// Returns whether values of a feature are told apart at all.
  boolean hasCuts(int feature) {
    return tables[feature * TABLE + FAN] != Float.POSITIVE_INFINITY;
  }

  byte bin(int feature, float value) {
    int table = feature * TABLE;
    int below = FAN * below(table, value);
    return (byte) (below + below(table + FAN + below, value) - BIAS);
  }

  private int below(int from, float value) {
    int count = 0;
    for (int i = 0; i < FAN; i += FLOATS.length()) {
      var below = FloatVector.fromArray(FLOATS, tables, from + i).compare(LT, value);
      count += Long.bitCount(below.toLong());
    }
    return count;
  }

  /// Writes the bins of one column of rows.
  ///
  /// @param rows row-major
  /// @param n rows, at least 1
  /// @param to where the bin of the first row goes
  void bin(int feature, float[] rows, int first, int n, byte[] bins, int to) {
    int at = first * features + feature;
    int worst = 0;
    int alike = alike(rows, at, n); // all, for what belongs to the reader
    Arrays.fill(bins, to, to + alike, bin(feature, rows[at]));
    for (int row = alike - 1; row < n; row++) {
      float value = rows[at + row * features];
      worst = Math.max(worst, Ordinals.exponent(value));
      bins[to + row] = bin(feature, value);
    }
    if (worst == Ordinals.NOT_FINITE) {
      Checks.requireFinite(rows, (first + n) * features);
    }
  }

  /// Returns how many values of a column are the same as the first, from it on; at least 1.
  private int alike(float[] rows, int at, int n) {
    int alike = 1;
    while (alike < n && rows[at + alike * features] == rows[at]) {
      alike++;
    }
    return alike;
  }
}
