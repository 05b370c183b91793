package dev.roost.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.score.TreeEnsemble;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;

/// What is left out of a search for splits changes no tree.
final class VaryingColumnsTest {

  private static final int FEATURES = Fold.SCHEMA.size();
  private static final TrainSettings SETTINGS =
      new TrainSettings(
          Learner.TREES_THEN_LOGISTIC, 100, 9_000, 30, 6, 16, 20, 0.1, 0.7, 9_000, 1, 5, 0.2, 11);

  @Test
  void treesAreThoseOfAllColumns() {
    var random = new SplittableRandom(3);
    var rows = rows(600, random);
    int[] labels =
        Arrays.stream(rows)
            .mapToInt(row -> row[40] + row[70] + random.nextDouble() > 1.5 ? 1 : 0)
            .toArray();

    var trees = Boosting.logOdds(rows, labels, SETTINGS, steps());

    assertThat(same(trees, ofAllColumns(rows, labels))).isTrue();
  }

  @Test
  void keepsTheFirstColumnOfRowsThatAreAllTheSame() {
    var columns = VaryingColumns.of(new float[3][FEATURES]);

    assertThat(columns.count()).isEqualTo(1);
    assertThat(columns.frame().names()).containsExactly(Fold.SCHEMA.column(0).name());
  }

  /// Returns rows that differ in every third column.
  private static float[][] rows(int count, SplittableRandom random) {
    var rows = new float[count][FEATURES];
    for (var row : rows) {
      for (int column = 0; column < FEATURES; column++) {
        row[column] = column % 3 == 1 ? random.nextInt(20) / 20f : column;
      }
    }
    return rows;
  }

  private static TreeEnsemble ofAllColumns(float[][] rows, int[] labels) {
    var names = Fold.SCHEMA.names().toArray(String[]::new);
    var frame = DataFrame.of(rows, names).add(new IntVector("target", labels));
    var options =
        new GradientTreeBoost.Options(
            SETTINGS.trees(),
            SETTINGS.maxDepth(),
            SETTINGS.maxLeaves(),
            SETTINGS.leafRows(),
            SETTINGS.shrinkage(),
            SETTINGS.subsample(),
            null,
            null);
    Boosting.ONE_AT_A_TIME.lock();
    try {
      MathEx.setSeed(SETTINGS.seed());
      var boost = GradientTreeBoost.fit(Formula.lhs("target"), frame, options);
      double share = Arrays.stream(labels).average().orElseThrow();
      return SmileTrees.logOdds(boost, SETTINGS.shrinkage(), share);
    } finally {
      Boosting.ONE_AT_A_TIME.unlock();
    }
  }

  private static Steps steps() {
    return new Steps(TrainingProgress.unwatched(), SETTINGS.trees());
  }

  private static boolean same(TreeEnsemble a, TreeEnsemble b) {
    boolean same = a.nodes() == b.nodes() && a.depth() == b.depth() && a.base(0) == b.base(0);
    for (int node = 0; node < a.nodes() && same; node++) {
      boolean splits = a.threshold(node) < Float.POSITIVE_INFINITY;
      same =
          a.threshold(node) == b.threshold(node)
              && a.leaf(node, 0) == b.leaf(node, 0)
              && (!splits || a.feature(node) == b.feature(node));
    }
    return same;
  }
}
