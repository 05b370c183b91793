package dev.roost.model.metric;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The ascending order of scores, found when first asked for and then kept.
///
/// Any thread may ask: two that ask at once find the same order.
final class ScoreOrder {

  private final double[] scores;
  private volatile int @Nullable [] ascending;

  /// @param scores shape `[n]`, none NaN; kept, so nobody may change them
  ScoreOrder(double[] scores) {
    this.scores = scores;
  }

  /// Returns the indices by ascending score; not to be modified. O(n log n) once.
  int[] ascending() {
    int[] order = ascending;
    if (order == null) {
      order =
          IntStream.range(0, scores.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> scores[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      ascending = order;
    }
    return order;
  }

  /// Returns whether two scores are equal.
  boolean tie(int one, int other) {
    return scores[one] == scores[other];
  }
}
