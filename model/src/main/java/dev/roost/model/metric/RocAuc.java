package dev.roost.model.metric;

import java.util.OptionalDouble;

/// Area under the ROC curve: the probability that something that happened scores above something
/// that did not, a tie counting half.
public final class RocAuc {

  private RocAuc() {}

  /// Returns the area of unweighted scores; see [#of(double[], boolean[], double[])].
  public static OptionalDouble of(double[] scores, boolean[] outcomes) {
    return of(scores, outcomes, Checks.ones(scores.length));
  }

  /// Returns the area of predictions.
  public static OptionalDouble of(Predictions predictions) {
    return predictions.rocAuc();
  }

  /// Returns the area: the share of weighted pairs in the right order. O(n log n).
  ///
  /// Source: Hanley and McNeil, [The meaning and use of the area under a receiver operating
  /// characteristic (ROC) curve](https://doi.org/10.1148/radiology.143.1.7063747), Radiology
  /// 143(1), 1982: the Wilcoxon–Mann–Whitney statistic with mean ranks of ties. Differs in that a
  /// pair weighs the product of its weights.
  ///
  /// @param scores shape `[n]`, each finite, on any monotone scale; not modified
  /// @param outcomes shape `[n]`, whether it happened
  /// @param weights shape `[n]`, each finite and at least 0
  /// @return a value in `[0, 1]`, or empty unless both outcomes have weight
  /// @throws IllegalArgumentException if the lengths differ or a value is outside its range
  public static OptionalDouble of(double[] scores, boolean[] outcomes, double[] weights) {
    Checks.sameLength(scores.length, outcomes.length, "outcomes");
    Checks.sameLength(scores.length, weights.length, "weights");
    Checks.finite(scores, "score");
    Checks.weights(weights);
    return area(new ScoreOrder(scores), outcomes, weights);
  }

  static OptionalDouble area(ScoreOrder scores, boolean[] outcomes, double[] weights) {
    int[] order = scores.ascending();
    double ordered = 0; // weight of pairs in the right order, ties half
    double positive = 0;
    double negative = 0;
    for (int from = 0, to; from < order.length; from = to) {
      double tiedPositive = 0;
      double tiedNegative = 0;
      for (to = from; to < order.length && scores.tie(order[to], order[from]); to++) {
        int at = order[to];
        tiedPositive += outcomes[at] ? weights[at] : 0;
        tiedNegative += outcomes[at] ? 0 : weights[at];
      }
      ordered += tiedPositive * (negative + tiedNegative / 2);
      positive += tiedPositive;
      negative += tiedNegative;
    }
    return positive > 0 && negative > 0
        ? OptionalDouble.of(Math.min(1, ordered / (positive * negative)))
        : OptionalDouble.empty();
  }
}
