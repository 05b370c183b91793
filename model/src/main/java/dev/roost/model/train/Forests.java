package dev.roost.model.train;

import dev.roost.model.score.TreeEnsemble;
import java.util.stream.LongStream;
import smile.classification.RandomForest;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;
import smile.math.MathEx;
import smile.model.cart.SplitRule;

/// Fits random forests with Smile, one fit at a time in this JVM; each tree has a seed of its own.
final class Forests {

  private static final String TARGET = "target";

  private Forests() {}

  /// Returns a forest of the probability of class 1.
  ///
  /// @param rows shape `[n][features]`, finite
  /// @param labels shape `[n]`, 0 or 1, both present
  static TreeEnsemble probability(
      float[][] rows, int[] labels, TrainSettings settings, Steps steps) {
    var columns = VaryingColumns.of(rows);
    var frame = columns.frame().add(new IntVector(TARGET, labels));
    var options =
        new RandomForest.Options(
            settings.trees(),
            mtry(columns),
            SplitRule.GINI,
            settings.maxDepth(),
            settings.maxLeaves(),
            settings.leafRows(),
            settings.subsample(),
            null,
            seeds(settings),
            steps.trees());
    Boosting.ONE_AT_A_TIME.lock();
    try {
      MathEx.setSeed(settings.seed());
      var forest = RandomForest.fit(Formula.lhs(TARGET), frame, options);
      steps.did(0);
      return columns.widened(SmileTrees.probability(forest));
    } finally {
      Boosting.ONE_AT_A_TIME.unlock();
    }
  }

  /// Returns a forest of a value.
  ///
  /// @param rows shape `[n][features]`, finite
  /// @param values shape `[n]`, finite
  static TreeEnsemble value(float[][] rows, double[] values, TrainSettings settings, Steps steps) {
    var columns = VaryingColumns.of(rows);
    var frame = columns.frame().add(new DoubleVector(TARGET, values));
    var options =
        new smile.regression.RandomForest.Options(
            settings.trees(),
            mtry(columns),
            settings.maxDepth(),
            settings.maxLeaves(),
            settings.leafRows(),
            settings.subsample(),
            seeds(settings),
            steps.trees());
    Boosting.ONE_AT_A_TIME.lock();
    try {
      MathEx.setSeed(settings.seed());
      var forest = smile.regression.RandomForest.fit(Formula.lhs(TARGET), frame, options);
      steps.did(0);
      return columns.widened(SmileTrees.value(forest));
    } finally {
      Boosting.ONE_AT_A_TIME.unlock();
    }
  }

  /// Returns how many columns a split chooses among: a third, since most tell little by themselves.
  private static int mtry(VaryingColumns columns) {
    return Math.max(1, columns.count() / 3);
  }

  private static long[] seeds(TrainSettings settings) {
    return LongStream.range(0, settings.trees())
        .map(tree -> 1 + (settings.seed() + tree) % Integer.MAX_VALUE)
        .toArray();
  }
}
