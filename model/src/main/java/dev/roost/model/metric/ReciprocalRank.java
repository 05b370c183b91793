package dev.roost.model.metric;

import java.util.OptionalDouble;

/// Reciprocal rank: 1 for an answer at the first place, 1/2 at the second, and so on.
///
/// Source: Voorhees, [The TREC-8 question answering track
/// report](https://doi.org/10.6028/NIST.SP.500-246.qa-overview), NIST 1999.
public final class ReciprocalRank {

  private ReciprocalRank() {}

  /// Returns the value of an answer at `rank`, 0 past `k`.
  ///
  /// @param rank counted from 1
  /// @param k ranks that count, at least 1
  public static double ofRank(int rank, int k) {
    return HitRate.hits(rank, k) ? 1.0 / rank : 0;
  }

  /// Returns the mean over questions (MRR). O(n).
  ///
  /// @param ranks shape `[n]`, one a question, counted from 1
  /// @return a value in `[0, 1]`, or empty if there is no question
  public static OptionalDouble at(int[] ranks, int k) {
    double sum = 0;
    for (int rank : ranks) {
      sum += ofRank(rank, k);
    }
    return ranks.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / ranks.length);
  }
}
