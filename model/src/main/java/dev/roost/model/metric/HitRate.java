package dev.roost.model.metric;

import java.util.OptionalDouble;

/// Hit rate at k: the share of questions whose answer stands among the first k.
///
/// Source: Deshpande and Karypis, [Item-based top-N recommendation
/// algorithms](https://doi.org/10.1145/963770.963776), ACM TOIS 22(1), 2004. Differs as Krichene
/// and Rendle, [On sampled metrics for item
/// recommendation](https://doi.org/10.1145/3394486.3403226), KDD 2020, ask: ranks are among all
/// candidates, never among sampled ones.
public final class HitRate {

  private HitRate() {}

  /// Returns whether a rank counts.
  ///
  /// @param rank counted from 1
  /// @param k ranks that count, at least 1
  public static boolean hits(int rank, int k) {
    Checks.rank(k);
    if (rank < 1) {
      throw new IllegalArgumentException("rank must be at least 1: " + rank);
    }
    return rank <= k;
  }

  /// Returns the share of ranks that are at most `k`. O(n).
  ///
  /// @param ranks shape `[n]`, one a question, counted from 1
  /// @return a value in `[0, 1]`, or empty if there is no question
  public static OptionalDouble at(int[] ranks, int k) {
    int hits = 0;
    for (int rank : ranks) {
      hits += hits(rank, k) ? 1 : 0;
    }
    return ranks.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) hits / ranks.length);
  }
}
