package dev.roost.model.score;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.Gen;
import dev.roost.model.score.TreeNode.Leaf;
import dev.roost.model.score.TreeNode.Split;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SnappedTest {

  /// Returns one tree for each threshold, which says whether a value is above it.
  private static TreeEnsemble stumps(float... thresholds) {
    var trees =
        IntStream.range(0, thresholds.length)
            .mapToObj(i -> new Split(0, thresholds[i], new Leaf(0), new Leaf(1)))
            .toList();
    return TreeEnsemble.of(1, new double[1], trees);
  }

  private static TreeEnsemble manyCuts(Gen gen) {
    var thresholds = new float[gen.whole(300, 600)];
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = (float) gen.between(-1, 1);
    }
    return stumps(thresholds);
  }

  @Test
  void fewCutsStayAsTheyAre() {
    forAll(
        gen -> {
          var trees = TreeEnsemble.of(4, new double[1], Trees.trees(gen, 8, 5, 4, 1));

          assertThat(Snapped.of(trees)).isEqualTo(new Snapped(trees, 0));
        });
  }

  @Test
  void manyCutsBecomeAsManyAsFitIntoAByteAndEveryOneMovesToTheNearest() {
    forAll(
        gen -> {
          var before = manyCuts(gen);
          var snapped = Snapped.of(before);
          var cuts = Cuts.of(snapped.trees());

          assertThat(cuts.most()).isBetween(200, 255);
          int moved = 0;
          for (int node = 1; node < before.nodes(); node += 2) {
            float from = before.threshold(node);
            float to = snapped.trees().threshold(node);
            moved += from == to ? 0 : 1;
            float nearest = Float.POSITIVE_INFINITY;
            for (int i = 0; i < cuts.count(0); i++) {
              nearest = Math.min(nearest, Math.abs(from - cuts.cut(0, i)));
            }
            assertThat(Math.abs(from - to)).isEqualTo(nearest);
          }
          assertThat(snapped.moved()).isEqualTo(moved).isPositive();
        });
  }

  @Test
  void cutsThatAreUsedOftenStay() {
    var snapped = Snapped.of(stumps(1, 1, 1, 1, 2, 5, 5, 5, 5, 9), 2);

    assertThat(Cuts.of(snapped.trees()).count(0)).isEqualTo(2);
    assertThat(snapped.moved()).isEqualTo(2);
    assertThat(List.of(snapped.trees().threshold(9), snapped.trees().threshold(19)))
        .containsExactly(1f, 5f);
  }

  @Test
  void bothScorersAgreeOnWhatWasSnapped() {
    forAll(
        gen -> {
          var trees = Snapped.of(manyCuts(gen)).trees();
          var rows = Trees.rows(gen, 300, 1);
          var portable = new double[300];
          var vector = new double[300];

          new PortableScorer(trees).score(rows, 300, portable);
          new VectorScorer(trees).score(rows, 300, vector);

          assertThat(vector).isEqualTo(portable);
        });
  }

  @Test
  void whatIsNotSnappedFitsNoBytes() {
    var trees = manyCuts(Gen.ofSeed(1));

    assertThatIllegalArgumentException().isThrownBy(() -> new VectorScorer(trees));
    assertThat(ScorerChoice.named("auto").compile(trees)).isInstanceOf(PortableScorer.class);
    assertThatIllegalArgumentException().isThrownBy(() -> Snapped.of(trees, 0));
  }
}
