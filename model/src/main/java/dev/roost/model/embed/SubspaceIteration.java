package dev.roost.model.embed;

import dev.roost.model.chance.Chance;

/// Finds the leading right singular vectors of a sparse matrix.
///
/// A random subspace is multiplied by the matrix and its transpose in turn and made orthonormal
/// after each product; the vectors are then read off in that small space. Sequential, hence the
/// same for the same seed everywhere.
///
/// Source: algorithms 4.4 and 5.1 of Halko, Martinsson and Tropp, [Finding structure with
/// randomness](https://doi.org/10.1137/090771806), SIAM Review 53(2), 2011.
final class SubspaceIteration {

  private static final int SPARE = 8; // columns beyond those wanted, for accuracy
  private static final double TINY = 1e-12;

  /// Right singular vectors in the columns of row-major `[columns, width]`, largest value first.
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package; nobody compares it
  record Singular(double[] vectors, double[] values, int width) {}

  private SubspaceIteration() {}

  static Singular of(SparseMatrix matrix, int wanted, int iterations, long seed) {
    int width = Math.min(wanted + SPARE, Math.min(matrix.rows, matrix.columns));
    var basis = matrix.times(draw(matrix.columns, width, seed), width);
    orthonormalise(basis, width);
    for (int i = 0; i < iterations; i++) {
      var right = matrix.transposedTimes(basis, width);
      orthonormalise(right, width);
      basis = matrix.times(right, width);
      orthonormalise(basis, width);
    }
    return readOff(matrix.transposedTimes(basis, width), width);
  }

  private static double[] draw(int rows, int width, long seed) {
    var chance = Chance.of(seed, "embedding subspace");
    var drawn = new double[rows * width];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = chance.uniform(i, 0, 0) - 0.5;
    }
    return drawn;
  }

  /// Gram and Schmidt's method, twice, which is enough; dependent columns become zero.
  private static void orthonormalise(double[] columns, int width) {
    int rows = columns.length / width;
    for (int k = 0; k < width; k++) {
      double before = Math.sqrt(dot(columns, k, k, width, rows));
      for (int pass = 0; pass < 2; pass++) {
        for (int other = 0; other < k; other++) {
          double overlap = dot(columns, k, other, width, rows);
          for (int row = 0; row < rows; row++) {
            columns[row * width + k] -= overlap * columns[row * width + other];
          }
        }
      }
      double after = Math.sqrt(dot(columns, k, k, width, rows));
      double scale = after > TINY * before ? 1 / after : 0;
      for (int row = 0; row < rows; row++) {
        columns[row * width + k] *= scale;
      }
    }
  }

  private static double dot(double[] columns, int a, int b, int width, int rows) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += columns[row * width + a] * columns[row * width + b];
    }
    return sum;
  }

  /// Turns the matrix seen from the subspace, transposed, into singular vectors and values.
  private static Singular readOff(double[] seen, int width) {
    int rows = seen.length / width;
    var gram = new double[width][width];
    for (int a = 0; a < width; a++) {
      for (int b = 0; b <= a; b++) {
        gram[a][b] = dot(seen, a, b, width, rows);
        gram[b][a] = gram[a][b];
      }
    }
    var eigen = SymmetricEigen.of(gram);
    var values = new double[width];
    var vectors = new double[seen.length];
    for (int k = 0; k < width; k++) {
      values[k] = Math.sqrt(Math.max(0, eigen.values()[k]));
      for (int row = 0; row < rows && values[k] > TINY; row++) {
        double sum = 0;
        for (int a = 0; a < width; a++) {
          sum += seen[row * width + a] * eigen.vectors()[a][k];
        }
        vectors[row * width + k] = sum / values[k];
      }
    }
    return new Singular(vectors, values, width);
  }
}
