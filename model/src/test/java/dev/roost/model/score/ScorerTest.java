package dev.roost.model.score;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.score.TreeNode.Leaf;
import dev.roost.model.score.TreeNode.Split;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ScorerTest {

  static Stream<Function<TreeEnsemble, Scorer>> scorers() {
    return Stream.of(PortableScorer::new, VectorScorer::new, ScorerChoice.named("auto")::compile);
  }

  @ParameterizedTest
  @MethodSource("scorers")
  void sumsAreThoseOfTheTreesBitForBit(Function<TreeEnsemble, Scorer> compile) {
    ScorerLaws.sumsAreThoseOfTheTrees(compile);
  }

  @ParameterizedTest
  @MethodSource("scorers")
  void aRowEndsInTheLeafThatTheTreeNames(Function<TreeEnsemble, Scorer> compile) {
    ScorerLaws.leavesAreThoseOfTheTrees(compile);
  }

  @Test
  void treesTooDeepForBytesAreScoredPortably() {
    forAll(
        gen -> {
          int features = gen.whole(1, 4);
          var trees = List.of(Trees.tree(gen, 10, features, 1));
          double[] base = {0.5};
          var ensemble = TreeEnsemble.of(features, base, trees);
          var rows = Trees.rows(gen, 9, features);

          var out = new double[9];
          ScorerChoice.named("auto").compile(ensemble).score(rows, 9, out);

          assertThat(out).isEqualTo(Trees.sums(trees, base, rows, 9, features));
        });
  }

  @ParameterizedTest
  @MethodSource("scorers")
  void refusesWhatIsNotFinite(Function<TreeEnsemble, Scorer> compile) {
    var split = new Split(0, 1, new Leaf(1), new Leaf(2));
    var scorer = compile.apply(TreeEnsemble.of(2, new double[1], List.of(split)));

    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      float[] rows = {0, 0, 0, bad};
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scorer.score(rows, 2, new double[2]))
          .withMessageContaining("value 3 is " + bad);
      assertThatIllegalArgumentException().isThrownBy(() -> scorer.leaves(rows, 2, new int[2]));
      scorer.score(rows, 1, new double[1]); // what is not asked for is not looked at
    }
  }

  @ParameterizedTest
  @MethodSource("scorers")
  void refusesArraysThatAreTooShort(Function<TreeEnsemble, Scorer> compile) {
    var scorer = compile.apply(TreeEnsemble.of(2, new double[2], List.of(new Leaf(1, 2))));

    for (int n : new int[] {-1, 3}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scorer.score(new float[4], n, new double[9]));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(new float[4], 2, new double[3]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.leaves(new float[4], 2, new int[1]));
  }
}
