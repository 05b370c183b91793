package dev.roost.model.rank;

import dev.roost.model.feature.RequestFeatures;
import java.util.Arrays;

/// Orders many candidates roughly by a few features that are cheap to make, so that a model scores
/// only those that may reach the page.
///
/// A weighted sum of the light features, of [RequestFeatures#fillLight]. Immutable.
public final class LightRanker {

  private static final LightRanker NONE = new LightRanker(new double[RequestFeatures.LIGHT]);

  private final double[] weights;

  /// Returns a ranker of these weights.
  ///
  /// @param weights shape `[RequestFeatures.LIGHT]`, finite; copied
  /// @throws IllegalArgumentException if they are not
  public LightRanker(double[] weights) {
    if (weights.length != RequestFeatures.LIGHT
        || !Arrays.stream(weights).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "a light ranker has %d finite weights: %s"
              .formatted(RequestFeatures.LIGHT, Arrays.toString(weights)));
    }
    this.weights = weights.clone();
  }

  /// Returns the ranker that finds all alike.
  public static LightRanker none() {
    return NONE;
  }

  double weight(int feature) {
    return weights[feature];
  }

  /// Returns the score of a row of light features; more is better.
  ///
  /// @param rows row-major `[n, RequestFeatures.LIGHT]`, finite
  public double score(float[] rows, int row) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * rows[row * weights.length + i];
    }
    return sum;
  }
}
