package dev.roost.model.embed;

/// A matrix of few non-zeros, by rows, times tall dense matrices of `width` columns.
final class SparseMatrix {

  final int rows;
  final int columns;
  private final int[] rowStart; // [rows + 1]
  private final int[] column;
  private final double[] value;

  SparseMatrix(int columns, int[] rowStart, int[] column, double[] value) {
    this.rows = rowStart.length - 1;
    this.columns = columns;
    this.rowStart = rowStart;
    this.column = column;
    this.value = value;
  }

  /// Divides each value by the roots of the sums of its row and of its column.
  void normalise() {
    var rowSum = new double[rows];
    var columnSum = new double[columns];
    for (int row = 0; row < rows; row++) {
      for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
        rowSum[row] += value[i];
        columnSum[column[i]] += value[i];
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
        value[i] /= Math.sqrt(rowSum[row] * columnSum[column[i]]);
      }
    }
  }

  /// Returns this times `right`, row-major `[columns, width]`.
  double[] times(double[] right, int width) {
    var out = new double[rows * width];
    for (int row = 0; row < rows; row++) {
      for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
        add(right, column[i] * width, value[i], out, row * width, width);
      }
    }
    return out;
  }

  /// Returns the transpose of this times `right`, row-major `[rows, width]`.
  double[] transposedTimes(double[] right, int width) {
    var out = new double[columns * width];
    for (int row = 0; row < rows; row++) {
      for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
        add(right, row * width, value[i], out, column[i] * width, width);
      }
    }
    return out;
  }

  private static void add(double[] from, int at, double weight, double[] to, int into, int width) {
    for (int k = 0; k < width; k++) {
      to[into + k] += weight * from[at + k];
    }
  }
}
