package dev.roost.model.train;

import dev.roost.model.score.TreeEnsemble;
import dev.roost.model.score.TreeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.math.MathEx;
import smile.model.cart.Loss;

/// Fits boosted trees with Smile, one fit at a time in this JVM.
///
/// Smile draws subsamples from a generator that belongs to the thread, seeded here before each fit.
/// Its search for the best split is parallel over columns, and ends the same in any order.
final class Boosting {

  /// Version of Smile, for provenance.
  static final String LEARNER = "smile 6.2.5";

  static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private static final String TARGET = "target";

  private Boosting() {}

  /// Returns trees of the log-odds of class 1: those of Smile's own boosting if all examples are in
  /// one deck and all columns are tried.
  ///
  /// Source: Friedman, [Stochastic gradient
  /// boosting](https://doi.org/10.1016/S0167-9473(01)00065-2), 2002. Differs in that samples of
  /// trees are drawn from one deck of examples after another, so that to grow a tree costs no more
  /// when there are more examples, and in that each tree may use some of the columns only.
  ///
  /// @param rows shape `[n][features]`, finite
  /// @param labels shape `[n]`, 0 or 1, both present
  static TreeEnsemble logOdds(float[][] rows, int[] labels, TrainSettings settings, Steps steps) {
    var columns = VaryingColumns.of(rows);
    ONE_AT_A_TIME.lock();
    try {
      MathEx.setSeed(settings.seed());
      double base = Loss.logistic(labels).intercept(null);
      var decks = BoostingDeck.deal(columns, labels, base, settings);
      var trees = new ArrayList<TreeNode>();
      while (trees.size() < settings.trees()) {
        var tree = decks.get(trees.size() % decks.size()).grow();
        decks.forEach(deck -> deck.add(tree));
        trees.add(tree);
        steps.did(1);
      }
      double share = Arrays.stream(labels).average().orElseThrow();
      double odds = StrictMath.log(share / (1 - share));
      return columns.widened(TreeEnsemble.of(columns.count(), new double[] {odds}, trees));
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  /// Returns trees of a value.
  ///
  /// @param rows shape `[n][features]`, finite
  /// @param values shape `[n]`, finite
  static TreeEnsemble value(float[][] rows, double[] values, TrainSettings settings, Steps steps) {
    var columns = VaryingColumns.of(rows);
    var frame = columns.frame().add(new DoubleVector(TARGET, values));
    var options =
        new smile.regression.GradientTreeBoost.Options(
            smile.model.cart.Loss.ls(),
            settings.trees(),
            settings.maxDepth(),
            settings.maxLeaves(),
            settings.leafRows(),
            settings.shrinkage(),
            settings.subsample(),
            null,
            steps.trees());
    ONE_AT_A_TIME.lock();
    try {
      MathEx.setSeed(settings.seed());
      var boost = smile.regression.GradientTreeBoost.fit(Formula.lhs(TARGET), frame, options);
      steps.did(0);
      return columns.widened(SmileTrees.value(boost, settings.shrinkage()));
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }
}
