package dev.roost.model.score;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.score.TreeNode.Leaf;
import dev.roost.model.score.TreeNode.Split;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TreeEnsembleTest {

  private static final Leaf LEAF = new Leaf(0);
  private static final double[] BASE = {0};

  private static void assertRefused(int features, double[] base, TreeNode tree) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeEnsemble.of(features, base, List.of(tree)));
  }

  @Test
  void whatItsAccessorsTellMakesItAgain() {
    forAll(
        gen -> {
          int width = gen.whole(1, 4);
          var trees = TreeEnsemble.of(3, gen.vectorOf(width), Trees.trees(gen, 5, 4, 3, width));
          int nodes = trees.nodes();
          var base = new double[width];
          var feature = new int[nodes];
          var threshold = new float[nodes];
          var leaf = new double[nodes * width];
          for (int i = 0; i < nodes; i++) {
            feature[i] = trees.feature(i);
            threshold[i] = trees.threshold(i);
            for (int sum = 0; sum < width; sum++) {
              base[sum] = trees.base(sum);
              leaf[i * width + sum] = trees.leaf(i, sum);
            }
          }
          if (nodes > 0) {
            assertThat(
                    TreeEnsemble.of(
                        trees.features(), trees.depth(), base, feature, threshold, leaf))
                .isEqualTo(trees);
          }
        });
  }

  @Test
  void refusesTreesThatAreNotSound() {
    assertRefused(1, BASE, new Leaf(Double.NaN));
    assertRefused(1, new double[] {Double.NaN}, LEAF);
    assertRefused(1, new double[0], new Leaf());
    assertRefused(0, BASE, LEAF);
    assertRefused(1, BASE, new Leaf(1, 2));
    assertRefused(1, BASE, new Split(0, Float.NaN, LEAF, LEAF));
    assertRefused(1, BASE, new Split(1, 0, LEAF, LEAF));
    assertRefused(1, BASE, new Split(-1, 0, LEAF, LEAF));
  }

  @Test
  void refusesATreeThatIsTooDeep() {
    TreeNode tree = LEAF;
    for (int i = 0; i < TreeEnsemble.MAX_DEPTH; i++) {
      tree = new Split(0, i, tree, LEAF);
    }
    assertThat(TreeEnsemble.of(1, BASE, List.of(tree)).depth()).isEqualTo(10);
    assertRefused(1, BASE, new Split(0, 0, tree, LEAF));
  }

  @Test
  void refusesArraysThatHoldNoWholeTrees() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeEnsemble.of(1, 1, BASE, new int[3], new float[3], new double[3]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeEnsemble.of(1, 1, BASE, new int[2], new float[2], new double[3]));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TreeEnsemble.of(1, 1, BASE, new int[2], new float[] {0, -0f}, new double[2]));
  }
}
