package dev.roost.model.metric;

import java.util.OptionalDouble;

/// Area under the precision–recall curve, as average precision: the mean, over what happened, of
/// the share that happened among everything scored as high or higher.
///
/// A step function, not a polygon: between two thresholds precision cannot be interpolated linearly
/// (Davis and Goadrich, [The relationship between precision-recall and ROC
/// curves](https://doi.org/10.1145/1143844.1143874), ICML 2006). A constant score reaches the base
/// rate, so values compare only at equal base rates.
public final class PrAuc {

  private PrAuc() {}

  /// Returns the average precision of predictions. O(n log n).
  ///
  /// Source: Boyd, Eng and Page, [Area under the precision-recall
  /// curve](https://doi.org/10.1007/978-3-642-40994-3_29), ECML PKDD 2013, section 3. Ties are one
  /// step: equal scores are decided together, so the order in which they come does not matter. A
  /// prediction counts as often as it weighs.
  ///
  /// @return a value in `(0, 1]`, or empty if nothing that has weight happened
  public static OptionalDouble of(Predictions predictions) {
    return predictions.prAuc();
  }

  static OptionalDouble area(ScoreOrder scores, boolean[] outcomes, double[] weights) {
    int[] order = scores.ascending();
    double decided = 0;
    double found = 0;
    double area = 0;
    for (int to = order.length, from; to > 0; to = from) {
      double tied = 0;
      for (from = to; from > 0 && scores.tie(order[from - 1], order[to - 1]); from--) {
        int at = order[from - 1];
        decided += weights[at];
        tied += outcomes[at] ? weights[at] : 0;
      }
      found += tied;
      area += tied > 0 ? tied * found / decided : 0;
    }
    return found > 0 ? OptionalDouble.of(Math.min(1, area / found)) : OptionalDouble.empty();
  }
}
