package dev.roost.model.rank;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import dev.roost.model.rank.FlatTrees.Leaf;
import dev.roost.model.rank.FlatTrees.Node;
import dev.roost.model.rank.FlatTrees.Split;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FlatTreesTest {

  private static final List<Float> HARD =
      List.of(0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, 1f);

  private static float value(Gen gen) {
    return gen.either() ? HARD.get(gen.whole(0, HARD.size())) : (float) gen.between(-1, 1);
  }

  private static Node tree(Gen gen, int depth, int features) {
    return depth == 0 || gen.whole(0, 4) == 0
        ? new Leaf(gen.between(-1, 1))
        : new Split(
            gen.whole(0, features),
            gen.whole(0, 20) == 0 ? Float.POSITIVE_INFINITY : value(gen),
            tree(gen, depth - 1, features),
            tree(gen, depth - 1, features));
  }

  private static double walk(Node node, float[] rows, int at) {
    return switch (node) {
      case Leaf(var value) -> value;
      case Split(var feature, var atMost, var yes, var no) ->
          walk(rows[at + feature] <= atMost ? yes : no, rows, at);
    };
  }

  @Test
  void walksAsTheTreesThemselvesDo() {
    forAll(
        gen -> {
          int features = gen.whole(1, 6);
          var trees = new ArrayList<Node>();
          int count = gen.whole(0, 8);
          for (int i = 0; i < count; i++) {
            trees.add(tree(gen, gen.whole(0, 7), features));
          }
          int n = gen.whole(0, 30);
          var rows = new float[n * features];
          for (int i = 0; i < rows.length; i++) {
            rows[i] = value(gen);
          }

          var scores = new double[n];
          FlatTrees.of(features, 0.25, trees).logOdds(rows, n, scores);

          for (int row = 0; row < n; row++) {
            double sum = 0.25;
            for (var tree : trees) {
              sum += walk(tree, rows, row * features);
            }
            assertThat(scores[row]).isCloseTo(sum, within(1e-12));
          }
        });
  }

  @Test
  void refusesWhatIsNotFinite() {
    var trees = FlatTrees.of(2, 0, List.of(new Split(0, 1, new Leaf(1), new Leaf(2))));

    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trees.score(new float[] {0, 0, 0, bad}, 2, new double[2]));
    }
  }

  @Test
  void refusesTreesThatAreNotSound() {
    var leaf = new Leaf(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlatTrees.of(1, 0, List.of(new Leaf(Double.NaN))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlatTrees.of(1, Double.NaN, List.of(leaf)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlatTrees.of(1, 0, List.of(new Split(0, Float.NaN, leaf, leaf))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlatTrees.of(1, 0, List.of(new Split(1, 0, leaf, leaf))));
  }
}
