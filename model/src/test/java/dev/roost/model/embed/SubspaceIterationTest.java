package dev.roost.model.embed;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SubspaceIterationTest {

  @Test
  void findsSingularVectorsOfSmallMatrices() {
    forAll(
        gen -> {
          int rows = gen.whole(1, 9);
          int columns = gen.whole(1, 9);
          var starts = new int[rows + 1];
          var column = new int[rows * columns];
          var value = new double[rows * columns];
          for (int i = 0; i < value.length; i++) {
            column[i] = i % columns;
            value[i] = gen.between(-1, 1);
            starts[i / columns + 1] = i + 1;
          }
          var matrix = new SparseMatrix(columns, starts, column, value);

          var found = SubspaceIteration.of(matrix, columns, 3, gen.bits());

          // A'A v = s² v, vectors orthonormal, and all of the matrix's square sum is explained
          int width = found.width();
          var image = matrix.transposedTimes(matrix.times(found.vectors(), width), width);
          double squares = 0;
          for (int k = 0; k < width; k++) {
            double square = found.values()[k] * found.values()[k];
            squares += square;
            for (int row = 0; row < columns; row++) {
              assertThat(image[row * width + k])
                  .isCloseTo(square * found.vectors()[row * width + k], within(1e-6));
            }
          }
          double all = 0;
          for (double one : value) {
            all += one * one;
          }
          assertThat(squares).isCloseTo(all, within(1e-9 * all + 1e-12));
        });
  }
}
