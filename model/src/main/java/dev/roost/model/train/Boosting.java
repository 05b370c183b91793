package dev.roost.model.train;

import dev.roost.model.rank.FlatTrees;
import java.util.concurrent.locks.ReentrantLock;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;

/// Fits boosted trees with Smile, one fit at a time in this JVM.
///
/// Smile draws subsamples from a generator that belongs to the thread, seeded here before each fit.
/// Its search for the best split is parallel over columns, and ends the same in any order.
final class Boosting {

  /// Version of Smile, for provenance.
  static final String LEARNER = "smile 6.2.5";

  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
  private static final String LABEL = "positive";

  private Boosting() {}

  /// A fitted ensemble, flattened, and the original for comparison.
  record Fitted(FlatTrees trees, GradientTreeBoost original) {}

  /// @param rows shape `[n][features]`, finite
  /// @param positive shape `[n]`, both classes present
  static Fitted fit(float[][] rows, int[] positive, String[] names, TrainSettings settings) {
    var frame = DataFrame.of(rows, names).add(new IntVector(LABEL, positive));
    var options =
        new GradientTreeBoost.Options(
            settings.trees(),
            settings.maxDepth(),
            settings.maxLeaves(),
            settings.leafRows(),
            settings.shrinkage(),
            settings.subsample(),
            null,
            null);
    ONE_AT_A_TIME.lock();
    try {
      MathEx.setSeed(settings.seed());
      var boost = GradientTreeBoost.fit(Formula.lhs(LABEL), frame, options);
      return new Fitted(TreeCompiler.compile(boost, settings.shrinkage(), share(positive)), boost);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static double share(int[] positive) {
    double sum = 0;
    for (int one : positive) {
      sum += one;
    }
    return sum / positive.length;
  }
}
