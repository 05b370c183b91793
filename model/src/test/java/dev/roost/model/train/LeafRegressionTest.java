package dev.roost.model.train;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import org.junit.jupiter.api.Test;

final class LeafRegressionTest {

  private static final int TREES = 4;
  private static final int DEPTH = 2;

  private static int[] leaves(Gen gen, int rows) {
    var leaves = new int[rows * TREES];
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] = gen.whole(0, 1 << DEPTH);
    }
    return leaves;
  }

  private static double predicted(LeafRegression.Weights weights, int[] leaves, int row) {
    double sum = weights.offset();
    for (int tree = 0; tree < TREES; tree++) {
      sum += weights.of((tree << DEPTH) + leaves[row * TREES + tree]);
    }
    return sum;
  }

  /// At the least penalised squares, the residuals in a leaf sum to the penalty times its weight.
  @Test
  void ridgeComesNearTheLeastPenalisedSquares() {
    forAll(
        gen -> {
          int rows = gen.whole(50, 200);
          int[] leaves = leaves(gen, rows);
          var values = new double[rows];
          for (int row = 0; row < rows; row++) {
            values[row] = leaves[row * TREES] + gen.between(-1, 1);
          }
          double penalty = gen.between(1, 20);

          var weights =
              LeafRegression.ridge(
                  new LeafMatrix(leaves, TREES, DEPTH, new double[rows]), values, penalty);

          var sums = new double[TREES << DEPTH];
          for (int row = 0; row < rows; row++) {
            double residual = values[row] - predicted(weights, leaves, row);
            for (int tree = 0; tree < TREES; tree++) {
              sums[(tree << DEPTH) + leaves[row * TREES + tree]] += residual;
            }
          }
          for (int place = 0; place < sums.length; place++) {
            assertThat(sums[place]).isCloseTo(penalty * weights.of(place), within(0.02 * rows));
          }
        });
  }

  @Test
  void logisticFindsTheOddsOfEachLeafAndLeavesTheRestToTheTrees() {
    int rows = 4_000;
    var gen = Gen.ofSeed(5);
    int[] leaves = leaves(gen, rows);
    var labels = new int[rows];
    var sums = new double[rows];
    for (int row = 0; row < rows; row++) {
      sums[row] = gen.between(-1, 1);
      double logOdds = -1 + 2 * sums[row] + (leaves[row * TREES] == 1 ? 1.5 : 0);
      labels[row] = gen.between(0, 1) < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
    }

    var weights = LeafRegression.logistic(new LeafMatrix(leaves, TREES, DEPTH, sums), labels, 0.1);

    assertThat(weights.slope()).isCloseTo(2, within(0.25));
    double others = (weights.of(0) + weights.of(2) + weights.of(3)) / 3;
    assertThat(weights.of(1) - others).isCloseTo(1.5, within(0.3));
    assertThat(weights.of(5) - weights.of(6)).isCloseTo(0, within(0.3));
  }

  @Test
  void aLeafInWhichNoRowEndsWeighsNothing() {
    var leaves = new LeafMatrix(new int[TREES * 2], TREES, DEPTH, new double[2]);

    var weights = LeafRegression.ridge(leaves, new double[] {1, 3}, 1);

    assertThat(leaves.columns()).isEqualTo(TREES);
    assertThat(weights.of(1)).isZero();
    assertThat(weights.offset()).isEqualTo(2);
  }
}
