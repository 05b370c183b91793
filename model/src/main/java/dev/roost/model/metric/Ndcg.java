package dev.roost.model.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Normalised discounted cumulative gain: how near a ranked list is to its own best order.
public final class Ndcg {

  private Ndcg() {}

  /// Returns the gain of a list cut at rank `k`, divided by that of its best order.
  ///
  /// The gain at rank `r`, counted from 1, is discounted by `1 / log2(r + 1)`. O(n log n) time,
  /// O(n) space.
  ///
  /// Source: Järvelin and Kekäläinen, [Cumulated gain-based evaluation of IR
  /// techniques](https://doi.org/10.1145/582415.582418), ACM TOIS 20(4), 2002, with the discount of
  /// Burges et al., [Learning to rank using gradient
  /// descent](https://doi.org/10.1145/1102351.1102363), ICML 2005. Differs from both in having no
  /// value, not 0 or 1, for a list without gain.
  ///
  /// @param gains shape `[n]`, in the order shown: graded relevance, dimensionless, each finite and
  ///     at least 0; not modified
  /// @param k ranks that count, at least 1; ranks past `n` count as gain 0
  /// @return a value in `[0, 1]`, or empty if every gain is 0, when no order is better than another
  /// @throws IllegalArgumentException if `k < 1`, or a gain is negative, infinite or NaN
  public static OptionalDouble at(double[] gains, int k) {
    Checks.rank(k);
    double[] ideal = gains.clone();
    Arrays.sort(ideal); // ascending, NaN last: the two ends bound the rest
    int n = ideal.length;
    if (n > 0 && !(ideal[0] >= 0 && ideal[n - 1] < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gains must be finite and at least 0");
    }
    double actual = 0;
    double best = 0;
    for (int rank = 1; rank <= Math.min(k, n); rank++) {
      actual += gains[rank - 1] * discount(rank);
      best += ideal[n - rank] * discount(rank);
    }
    return best == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, actual / best));
  }

  /// Returns the value of a list whose only gain stands at `rank`: the discount, or 0 past `k`.
  ///
  /// @param rank counted from 1
  /// @param k ranks that count, at least 1
  public static double ofRank(int rank, int k) {
    return HitRate.hits(rank, k) ? discount(rank) : 0;
  }

  private static double discount(int rank) {
    return StrictMath.log(2) / StrictMath.log1p(rank);
  }
}
