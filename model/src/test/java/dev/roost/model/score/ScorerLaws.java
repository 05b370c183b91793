package dev.roost.model.score;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import java.util.List;
import java.util.function.Function;

/// What holds of every scorer. A program of its own, too, for a JVM with other vectors.
final class ScorerLaws {

  private static final int DEPTH = 8;

  private ScorerLaws() {}

  /// Prints what was chosen, and whether both scorers keep the laws if both are there.
  public static void main(String[] words) {
    var choice = ScorerChoice.named("auto");
    System.out.println(choice.scorer() + ": " + choice.reason());
    sumsAreThoseOfTheTrees(choice::compile);
    leavesAreThoseOfTheTrees(choice::compile);
    System.out.println("all laws hold");
  }

  @SuppressWarnings("ArrayRecordComponent") // nobody compares cases
  private record Case(List<TreeNode> trees, double[] base, int features, int n, float[] rows) {

    static Case draw(Gen gen) {
      int features = gen.whole(1, 6);
      int width = gen.either() ? 1 : gen.whole(2, 18);
      int n = gen.whole(0, gen.either() ? 30 : 600);
      return new Case(
          Trees.trees(gen, 8, gen.whole(0, DEPTH + 1), features, width),
          gen.vectorOf(width),
          features,
          n,
          Trees.rows(gen, n, features));
    }

    TreeEnsemble ensemble() {
      return TreeEnsemble.of(features, base, trees);
    }
  }

  static void sumsAreThoseOfTheTrees(Function<TreeEnsemble, Scorer> compile) {
    forAll(
        gen -> {
          var drawn = Case.draw(gen);
          var out = new double[drawn.n * drawn.base.length];

          compile.apply(drawn.ensemble()).score(drawn.rows, drawn.n, out);

          assertThat(out)
              .isEqualTo(Trees.sums(drawn.trees, drawn.base, drawn.rows, drawn.n, drawn.features));
        });
  }

  static void leavesAreThoseOfTheTrees(Function<TreeEnsemble, Scorer> compile) {
    forAll(
        gen -> {
          var drawn = Case.draw(gen);
          var ensemble = drawn.ensemble();
          var out = new int[drawn.n * ensemble.size()];

          compile.apply(ensemble).leaves(drawn.rows, drawn.n, out);

          var expected = new double[drawn.base.length];
          for (int i = 0; i < out.length; i++) {
            int tree = i % ensemble.size();
            int row = i / ensemble.size();
            Trees.walk(drawn.trees.get(tree), drawn.rows, row * drawn.features).copyTo(expected, 0);
            int leaf = (tree << ensemble.depth()) + out[i];
            assertThat(ensemble.leaf(leaf, 0)).isEqualTo(expected[0]);
          }
        });
  }
}
