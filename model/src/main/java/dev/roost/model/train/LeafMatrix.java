package dev.roost.model.train;

import java.util.Arrays;

/// In which leaf of each tree rows end, and the sum of the trees; only leaves that a row ends in
/// have a column.
final class LeafMatrix {

  private final int rows;
  private final int trees;
  private final int depth;
  private final int[] column; // [rows, trees]
  private final double[] sums;
  private final int[] columnOf; // [trees << depth], -1 if no row ends there
  private final int columns;

  /// @param leaves shape `[rows, trees]`, each in `[0, 2^depth)`
  /// @param sums shape `[rows]`, log-odds by the trees
  LeafMatrix(int[] leaves, int trees, int depth, double[] sums) {
    rows = sums.length;
    this.trees = trees;
    this.depth = depth;
    this.sums = sums;
    columnOf = new int[trees << depth];
    Arrays.fill(columnOf, -1);
    column = new int[leaves.length];
    int next = 0;
    for (int i = 0; i < leaves.length; i++) {
      int place = (i % trees << depth) + leaves[i];
      if (columnOf[place] < 0) {
        columnOf[place] = next++;
      }
      column[i] = columnOf[place];
    }
    columns = next;
  }

  int rows() {
    return rows;
  }

  int trees() {
    return trees;
  }

  /// Returns the number of leaves that rows end in.
  int columns() {
    return columns;
  }

  /// Returns the column of the leaf of a tree in which a row ends.
  int column(int row, int tree) {
    return column[row * trees + tree];
  }

  /// Returns the sum of the trees for a row.
  double sum(int row) {
    return sums[row];
  }

  /// Returns values by place in the ensemble, `[trees << depth]`, 0 where no row ends.
  double[] spread(double[] byColumn) {
    var spread = new double[trees << depth];
    for (int place = 0; place < spread.length; place++) {
      spread[place] = columnOf[place] < 0 ? 0 : byColumn[columnOf[place]];
    }
    return spread;
  }
}
