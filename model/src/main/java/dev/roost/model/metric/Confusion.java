package dev.roost.model.metric;

import java.util.OptionalDouble;

/// What a threshold decided beside what happened, in weights, with the ratios drawn from it.
///
/// Source: van Rijsbergen, Information Retrieval, 2nd edition, Butterworths 1979, chapter 7.
///
/// @param truePositive weight decided "yes" that happened; all four finite and at least 0
/// @param falsePositive weight decided "yes" that did not
/// @param falseNegative weight decided "no" that happened
/// @param trueNegative weight decided "no" that did not
public record Confusion(
    double truePositive, double falsePositive, double falseNegative, double trueNegative) {

  public Confusion {
    Checks.weights(new double[] {truePositive, falsePositive, falseNegative, trueNegative});
  }

  /// Returns what deciding "yes" from `threshold` on makes of predictions. O(n).
  ///
  /// @param threshold least probability decided "yes", in `[0, 1]`
  public static Confusion of(Predictions predictions, double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be in [0, 1]: " + threshold);
    }
    double[] cells = new double[4];
    for (int i = 0; i < predictions.size(); i++) {
      int decided = predictions.probability(i) >= threshold ? 0 : 2;
      boolean right = predictions.happened(i) == (decided == 0);
      cells[decided + (right ? 0 : 1)] += predictions.weight(i);
    }
    return new Confusion(cells[0], cells[1], cells[3], cells[2]);
  }

  /// Returns the share of "yes" that happened, in `[0, 1]`; empty if nothing was decided "yes".
  public OptionalDouble precision() {
    return share(truePositive, truePositive + falsePositive);
  }

  /// Returns the share of what happened that was decided "yes"; empty if nothing happened.
  public OptionalDouble recall() {
    return share(truePositive, truePositive + falseNegative);
  }

  /// Returns the harmonic mean of precision and recall; empty if nothing happened nor was decided
  /// "yes".
  public OptionalDouble f1() {
    return share(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
  }

  private static OptionalDouble share(double part, double whole) {
    return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
  }
}
