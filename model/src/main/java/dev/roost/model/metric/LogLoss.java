package dev.roost.model.metric;

import java.util.OptionalDouble;

/// Logarithmic loss: the mean surprise, in nats, at what happened under the probabilities given.
public final class LogLoss {

  /// How near to 0 and 1 a probability is taken to be at most, so that one sure error stays finite.
  public static final double MARGIN = 1e-15;

  private LogLoss() {}

  /// Returns the weighted mean of `-ln p` of what happened and `-ln(1 - p)` of what did not. O(n).
  ///
  /// Source: Good, [Rational decisions](https://doi.org/10.1111/j.2517-6161.1952.tb00104.x), J.
  /// Royal Statistical Society B 14(1), 1952. Differs in that probabilities are first moved into
  /// `[MARGIN, 1 - MARGIN]`.
  ///
  /// @return nats per unit of weight, at least 0, or empty if nothing has weight
  public static OptionalDouble of(Predictions predictions) {
    double loss = 0;
    for (int i = 0; i < predictions.size(); i++) {
      loss += predictions.weight(i) * of(predictions.probability(i), predictions.happened(i));
    }
    double total = predictions.totalWeight();
    return total > 0 ? OptionalDouble.of(loss / total) : OptionalDouble.empty();
  }

  /// Returns the loss of one prediction in nats.
  ///
  /// @throws IllegalArgumentException unless `probability` is in `[0, 1]`
  public static double of(double probability, boolean happened) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in [0, 1]: " + probability);
    }
    double given = Math.clamp(probability, MARGIN, 1 - MARGIN);
    return happened ? -StrictMath.log(given) : -StrictMath.log1p(-given);
  }
}
