package dev.roost.model.train;

import java.util.ArrayList;
import java.util.Arrays;
import smile.classification.LogisticRegression;
import smile.classification.SparseLogisticRegression;
import smile.data.SampleInstance;
import smile.data.SparseDataset;
import smile.util.SparseArray;

/// Regressions on the leaves of trees.
final class LeafRegression {

  private static final double TOLERANCE = 1e-4;
  private static final int ITERATIONS = 25;
  private static final int SWEEPS = 6; // over all trees

  private LeafRegression() {}

  /// What a regression found: an offset, a slope on the sum of the trees, and a weight of each leaf
  /// by its place in the ensemble.
  static final class Weights {

    private final double offset;
    private final double slope;
    private final double[] byPlace;

    private Weights(double offset, double slope, double[] byPlace) {
      this.offset = offset;
      this.slope = slope;
      this.byPlace = byPlace;
    }

    double offset() {
      return offset;
    }

    double slope() {
      return slope;
    }

    double of(int place) {
      return byPlace[place];
    }
  }

  /// Fits log-odds by Smile's logistic regression.
  ///
  /// @param labels shape `[rows]`, 0 or 1, both present
  /// @param penalty of squared weights, above 0
  static Weights logistic(LeafMatrix leaves, int[] labels, double penalty) {
    int columns = leaves.columns();
    var rows = new ArrayList<SampleInstance<SparseArray, Integer>>(labels.length);
    for (int row = 0; row < labels.length; row++) {
      rows.add(new SampleInstance<>(row(leaves, row), labels[row]));
    }
    var data = new SparseDataset<>(rows, columns + 1);
    var options = new LogisticRegression.Options(penalty, TOLERANCE, ITERATIONS);
    double[] found =
        Logistic.alone(() -> SparseLogisticRegression.binomial(data, options)).coefficients();
    return new Weights(
        found[columns + 1], found[columns], leaves.spread(Arrays.copyOf(found, columns)));
  }

  private static SparseArray row(LeafMatrix leaves, int row) {
    var entries = new SparseArray(leaves.trees() + 1);
    int[] columns = new int[leaves.trees()];
    for (int tree = 0; tree < columns.length; tree++) {
      columns[tree] = leaves.column(row, tree);
    }
    Arrays.sort(columns);
    for (int column : columns) {
      entries.append(column, 1);
    }
    entries.append(leaves.columns(), leaves.sum(row));
    return entries;
  }

  /// Fits values by least squares with penalised weights, a tree at a time: given all others, the
  /// best weight of a leaf is its mean residual, drawn to 0.
  ///
  /// @param values shape `[rows]`
  /// @param penalty rows that a weight of 0 is worth, above 0
  static Weights ridge(LeafMatrix leaves, double[] values, double penalty) {
    double offset = Arrays.stream(values).average().orElse(0);
    var residual = Arrays.stream(values).map(value -> value - offset).toArray();
    var weights = new double[leaves.columns()];
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int tree = 0; tree < leaves.trees(); tree++) {
        refit(leaves, tree, residual, weights, penalty);
      }
    }
    return new Weights(offset, 0, leaves.spread(weights));
  }

  private static void refit(
      LeafMatrix leaves, int tree, double[] residual, double[] weights, double penalty) {
    var sums = new double[weights.length];
    var rows = new int[weights.length];
    for (int row = 0; row < residual.length; row++) {
      int column = leaves.column(row, tree);
      sums[column] += residual[row] + weights[column];
      rows[column]++;
    }
    var change = new double[weights.length];
    for (int column = 0; column < weights.length; column++) {
      if (rows[column] > 0) {
        double next = sums[column] / (rows[column] + penalty);
        change[column] = next - weights[column];
        weights[column] = next;
      }
    }
    for (int row = 0; row < residual.length; row++) {
      residual[row] -= change[leaves.column(row, tree)];
    }
  }
}
