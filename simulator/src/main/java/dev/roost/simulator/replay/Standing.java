package dev.roost.simulator.replay;

/// How the live items stand with one ranker at one instant: their order and their shares.
final class Standing {

  private final Order order;
  private final int oldest;
  private final double[] weights; // shape [live]
  private final double sum;

  /// Takes what a ranker made of the live items.
  ///
  /// @param oldest number of the first
  /// @param weights shape `[live]`, what shares are taken of: each at least 0; kept
  Standing(Order order, int oldest, double[] weights) {
    this.order = order;
    this.oldest = oldest;
    this.weights = weights;
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    sum = total;
  }

  /// Returns the rank of a live item, counted from 1. O(live items).
  int rank(int item) {
    return order.rank(item);
  }

  /// Returns a live item's share of all weights.
  ///
  /// @param smoothing added to each weight; above 0 unless all weights are
  double share(int item, double smoothing) {
    return (weights[item - oldest] + smoothing) / (sum + smoothing * weights.length);
  }

  /// Returns the share if the items of `engaged`, which does not hold it, have none.
  double shareBefore(int item, double smoothing, Iterable<Integer> engaged) {
    double rest = sum + smoothing * weights.length;
    for (int other : engaged) {
      rest -= other >= oldest ? weights[other - oldest] + smoothing : 0;
    }
    double own = weights[item - oldest] + smoothing;
    return own / Math.max(own, rest); // the difference may round below its true value
  }

  /// Returns what this makes of a live item.
  Answer answer(int item, double smoothing) {
    return new Answer(weights.length, rank(item), share(item, smoothing));
  }

  /// Returns the same if the items of `engaged`, which does not hold it, come last.
  Answer answerBefore(int item, double smoothing, Iterable<Integer> engaged) {
    return new Answer(
        weights.length,
        rank(item) - order.ahead(item, engaged),
        shareBefore(item, smoothing, engaged));
  }
}
