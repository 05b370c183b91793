package dev.roost.model.score;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContributionsTest {

  private static final int FEATURES = 5;
  private static final int WIDTH = 2;

  private static TreeNode tree(Gen gen, int depth) {
    return depth == 0 || gen.whole(0, 6) == 0
        ? new TreeNode.Leaf(gen.between(-1, 1), gen.between(-1, 1))
        : new TreeNode.Split(
            gen.whole(0, FEATURES),
            gen.whole(-2, 3), // few thresholds, so that a feature is asked again on the way
            tree(gen, depth - 1),
            tree(gen, depth - 1));
  }

  private static TreeEnsemble ensemble(Gen gen) {
    var trees = new ArrayList<TreeNode>();
    for (int i = gen.whole(1, 4); i > 0; i--) {
      trees.add(tree(gen, gen.whole(0, 7)));
    }
    return TreeEnsemble.of(FEATURES, new double[] {0.5, -0.5}, trees);
  }

  private static float[] row(Gen gen) {
    var row = new float[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      row[i] = gen.whole(-3, 4);
    }
    return row;
  }

  private static double[] sums(TreeEnsemble trees, float[] row) {
    var out = new double[WIDTH];
    new PortableScorer(trees).score(row, 1, out);
    return out;
  }

  /// Shapley's definition: what a feature adds, averaged over all orders of adding features.
  private static double[] bruteForce(TreeEnsemble trees, float[] row, float[] reference) {
    var shares = new double[FEATURES * WIDTH];
    for (int coalition = 0; coalition < 1 << FEATURES; coalition++) {
      int size = Integer.bitCount(coalition);
      double[] without = sums(trees, mixed(row, reference, coalition));
      for (int feature = 0; feature < FEATURES; feature++) {
        if ((coalition >> feature & 1) == 0) {
          double[] with = sums(trees, mixed(row, reference, coalition | 1 << feature));
          double weight = factorial(size) * factorial(FEATURES - size - 1) / factorial(FEATURES);
          for (int sum = 0; sum < WIDTH; sum++) {
            shares[feature * WIDTH + sum] += weight * (with[sum] - without[sum]);
          }
        }
      }
    }
    return shares;
  }

  private static float[] mixed(float[] row, float[] reference, int coalition) {
    var mixed = reference.clone();
    for (int feature = 0; feature < FEATURES; feature++) {
      mixed[feature] = (coalition >> feature & 1) == 1 ? row[feature] : reference[feature];
    }
    return mixed;
  }

  private static double factorial(int n) {
    return n <= 1 ? 1 : n * factorial(n - 1);
  }

  @Test
  void areShapleysValuesByTheirDefinition() {
    forAll(
        gen -> {
          var trees = ensemble(gen);
          float[] row = row(gen);
          float[] reference = row(gen);
          var out = new double[FEATURES * WIDTH];

          new Contributions(trees).add(row, reference, out);

          double[] expected = bruteForce(trees, row, reference);
          for (int i = 0; i < out.length; i++) {
            assertThat(out[i]).isCloseTo(expected[i], within(1e-12));
          }
        });
  }

  @Test
  void addUpToTheDifferenceAndLeaveNothingBehind() {
    forAll(
        gen -> {
          var trees = ensemble(gen);
          var used = new Contributions(trees);
          used.add(row(gen), row(gen), new double[FEATURES * WIDTH]);
          float[] row = row(gen);
          float[] reference = row(gen);
          var out = new double[FEATURES * WIDTH];

          used.add(row, reference, out);

          for (int sum = 0; sum < WIDTH; sum++) {
            double total = 0;
            for (int feature = 0; feature < FEATURES; feature++) {
              total += out[feature * WIDTH + sum];
            }
            assertThat(total)
                .isCloseTo(sums(trees, row)[sum] - sums(trees, reference)[sum], within(1e-12));
          }
        });
  }

  @Test
  void refusesArraysOfAnotherShape() {
    var trees = TreeEnsemble.of(FEATURES, new double[WIDTH], List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Contributions(trees)
                    .add(new float[FEATURES], new float[2], new double[FEATURES * WIDTH]));
  }
}
