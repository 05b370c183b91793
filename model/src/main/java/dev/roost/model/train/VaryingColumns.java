package dev.roost.model.train;

import dev.roost.model.score.TreeEnsemble;
import java.util.Arrays;
import java.util.stream.IntStream;
import smile.data.DataFrame;

/// The columns in which rows differ, in the form that Smile wants them.
///
/// A column that is the same in all rows can split nothing, but a search for splits reads it all
/// the same, so it is left out. That changes no boosted tree that may use all columns.
final class VaryingColumns {

  private final int all;
  private final int[] columns; // ascending
  private final float[][] rows; // without the columns that are left out
  private final String[] names;

  private VaryingColumns(int all, int[] columns, float[][] rows, String[] names) {
    this.all = all;
    this.columns = columns;
    this.rows = rows;
    this.names = names;
  }

  /// Returns the columns of rows; the first of them if all rows are the same.
  ///
  /// @param rows shape `[n][features]`, not empty, finite
  static VaryingColumns of(float[][] rows) {
    int all = rows[0].length;
    int[] differ = IntStream.range(0, all).filter(column -> differs(rows, column)).toArray();
    int[] columns = differ.length == 0 ? new int[] {0} : differ;
    var picked = new float[rows.length][columns.length];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < columns.length; i++) {
        picked[row][i] = rows[row][columns[i]];
      }
    }
    var names =
        IntStream.of(columns)
            .mapToObj(column -> Fold.SCHEMA.column(column).name())
            .toArray(String[]::new);
    return new VaryingColumns(all, columns, picked, names);
  }

  private static boolean differs(float[][] rows, int column) {
    for (var row : rows) {
      if (row[column] != rows[0][column]) {
        return true;
      }
    }
    return false;
  }

  /// Returns the rows, without the columns that are left out.
  DataFrame frame() {
    return frame(rows);
  }

  /// Returns some of the rows without the columns that are left out, not to be written.
  float[][] rows(int[] of) {
    return Arrays.stream(of).mapToObj(i -> rows[i]).toArray(float[][]::new);
  }

  /// Returns a new frame of such rows.
  DataFrame frame(float[][] some) {
    return DataFrame.of(some, names);
  }

  /// Returns how many columns there are in the frame, at least 1.
  int count() {
    return columns.length;
  }

  /// Returns trees of the frame as trees of whole rows.
  TreeEnsemble widened(TreeEnsemble trees) {
    var feature = new int[trees.nodes()];
    var threshold = new float[trees.nodes()];
    var leaf = new double[trees.nodes()];
    for (int node = 0; node < feature.length; node++) {
      feature[node] = columns[trees.feature(node)];
      threshold[node] = trees.threshold(node);
      leaf[node] = trees.leaf(node, 0);
    }
    return TreeEnsemble.of(
        all, trees.depth(), new double[] {trees.base(0)}, feature, threshold, leaf);
  }
}
