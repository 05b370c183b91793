package dev.roost.model.score;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.Gen;
import dev.roost.model.score.TreeNode.Leaf;
import dev.roost.model.score.TreeNode.Split;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BinnedRowsTest {

  private static TreeEnsemble stumps(Gen gen, int features) {
    var trees = new ArrayList<TreeNode>();
    int count = gen.whole(1, 400);
    for (int i = 0; i < count; i++) {
      int feature = gen.whole(0, features);
      float threshold = gen.whole(0, 9) == 0 ? Trees.value(gen) : gen.whole(-90, 90) / 8f;
      trees.add(new Split(feature, threshold, new Leaf(gen.between(0, 1)), new Leaf(0)));
    }
    return TreeEnsemble.of(features, new double[1], trees);
  }

  private static byte[] bins(BinnedRows rows, int feature) {
    var bins = new byte[rows.size()];
    for (int row = 0; row < bins.length; row++) {
      int first = row - row % BinnedRows.GROUP;
      bins[row] = rows.bins()[rows.group(first) + feature * BinnedRows.GROUP + row - first];
    }
    return bins;
  }

  @Test
  void aBinIsTheNumberOfCutsBelowAValue() {
    forAll(
        gen -> {
          int features = gen.whole(1, 4);
          var trees = stumps(gen, features);
          var cuts = Cuts.of(trees);
          int n = gen.whole(0, 600);
          var values = Trees.rows(gen, n, features);
          var rows = new VectorScorer(trees).rows(n);

          rows.put(values, n);

          for (int feature = 0; feature < features; feature++) {
            var bins = bins(rows, feature);
            for (int row = 0; row < n; row++) {
              float value = values[row * features + feature];
              int below = 0;
              for (int i = 0; i < cuts.count(feature); i++) {
                below += cuts.cut(feature, i) < value ? 1 : 0;
              }
              assertThat(bins[row] + 128).isEqualTo(below).isEqualTo(cuts.bin(feature, value));
            }
          }
        });
  }

  @Test
  void theBinDecidesEverySplit() {
    forAll(
        gen -> {
          var cuts = Cuts.of(stumps(gen, 1));
          float value = Trees.value(gen);
          for (int i = 0; i < cuts.count(0); i++) {
            assertThat(cuts.bin(0, value) <= i).isEqualTo(value <= cuts.cut(0, i));
          }
        });
  }

  @Test
  void aFilledColumnIsOneOfEqualValues() {
    forAll(
        gen -> {
          var scorer = new VectorScorer(stumps(gen, 2));
          int n = gen.whole(1, 600);
          var values = Trees.rows(gen, n, 2);
          float constant = Trees.value(gen);
          for (int row = 0; row < n; row++) {
            values[2 * row + 1] = constant;
          }
          var expected = new double[n];
          scorer.score(values, n, expected);

          var rows = scorer.rows(600);
          rows.begin(n);
          rows.put(0, values);
          rows.fill(1, constant);
          var actual = new double[n];
          scorer.score(rows, actual);

          assertThat(actual).isEqualTo(expected);
        });
  }

  @Test
  void refusesWhatIsNotFiniteOrNotItsOwn() {
    var trees = stumps(Gen.ofSeed(1), 1);
    var scorer = new VectorScorer(trees);
    var rows = scorer.rows(1);

    assertThatIllegalArgumentException().isThrownBy(() -> rows.fill(0, Float.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> rows.begin(2));
    assertThatIllegalArgumentException().isThrownBy(() -> scorer.rows(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VectorScorer(trees).score(rows, new double[1]))
        .withMessageContaining("another scorer");
    assertThat(List.of(rows.size())).containsExactly(0);
  }
}
