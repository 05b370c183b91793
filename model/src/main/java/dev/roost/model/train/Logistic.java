package dev.roost.model.train;

import dev.roost.model.feature.LightFeatures;
import dev.roost.model.feature.RequestFeatures;
import dev.roost.model.rank.Formula;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.LightRanker;
import dev.roost.model.rank.LinearSums;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import smile.classification.LogisticRegression;

/// Fits logistic regressions on features with Smile, after bringing them to mean 0 and deviation 1.
final class Logistic {

  private static final int LEAST_EVENTS = 30; // below which a head is its mean
  private static final double TOLERANCE = 1e-4;
  private static final int ITERATIONS = 100;

  private Logistic() {}

  /// Returns a regression for each [Head] on all features; that of dwell is its mean.
  static Formula fit(Fold fold, TrainSettings settings, Steps steps) {
    int features = Fold.SCHEMA.size();
    var scaled = Scaled.of(fold.flat(), fold.size(), features);
    var base = new double[Head.COUNT];
    var weights = new double[Head.COUNT * features];
    for (var head : Head.values()) {
      steps.did(1);
      if (!head.isProbability()) {
        base[head.ordinal()] = Arrays.stream(fold.dwell()).average().orElse(0);
      } else if (fold.count(head) < LEAST_EVENTS) {
        double mean = (fold.count(head) + 0.5) / (fold.size() + 1.0);
        base[head.ordinal()] = StrictMath.log(mean / (1 - mean));
      } else {
        double[] found = scaled.fit(fold.labels(head), settings.leafPenalty());
        base[head.ordinal()] = found[features];
        System.arraycopy(found, 0, weights, head.ordinal() * features, features);
      }
    }
    return new Formula.OfFeatures(new LinearSums(features, base, weights));
  }

  /// Returns a light ranker by the probability of positive engagement.
  static LightRanker light(Fold fold, TrainSettings settings) {
    int width = RequestFeatures.LIGHT;
    var rows = new float[fold.size() * width];
    for (int i = 0; i < fold.size(); i++) {
      LightFeatures.copy(fold.flat(), i * Fold.SCHEMA.size(), rows, i * width);
    }
    double[] found =
        Scaled.of(rows, fold.size(), width).fit(fold.labels(Head.POSITIVE), settings.leafPenalty());
    return new LightRanker(Arrays.copyOf(found, width));
  }

  /// Rows brought to mean 0 and deviation 1.
  private static final class Scaled {

    private final double[][] rows;
    private final double[] mean;
    private final double[] deviation; // 1 for a column that is constant

    private Scaled(double[][] rows, double[] mean, double[] deviation) {
      this.rows = rows;
      this.mean = mean;
      this.deviation = deviation;
    }

    static Scaled of(float[] flat, int n, int width) {
      var mean = new double[width];
      var deviation = new double[width];
      for (int at = 0; at < n * width; at++) {
        mean[at % width] += flat[at] / (double) n;
      }
      for (int at = 0; at < n * width; at++) {
        double off = flat[at] - mean[at % width];
        deviation[at % width] += off * off / n;
      }
      for (int i = 0; i < width; i++) {
        deviation[i] = deviation[i] > 0 ? Math.sqrt(deviation[i]) : 1;
      }
      var rows = new double[n][width];
      for (int at = 0; at < n * width; at++) {
        int column = at % width;
        rows[at / width][column] = (flat[at] - mean[column]) / deviation[column];
      }
      return new Scaled(rows, mean, deviation);
    }

    /// Returns the weights of the features as they came, then the offset.
    double[] fit(int[] labels, double penalty) {
      var options = new LogisticRegression.Options(penalty, TOLERANCE, ITERATIONS);
      double[] found =
          alone(() -> LogisticRegression.binomial(rows, labels, options)).coefficients();
      var weights = found.clone();
      int width = mean.length;
      for (int i = 0; i < width; i++) {
        weights[i] = found[i] / deviation[i];
        weights[width] -= weights[i] * mean[i];
      }
      return weights;
    }
  }

  /// Runs a fit on one thread: Smile sums gradients in parallel, and the order decides their last
  /// bits.
  static <T> T alone(Callable<T> fit) {
    try (var pool = new ForkJoinPool(1)) {
      return pool.submit(fit).join();
    }
  }
}
