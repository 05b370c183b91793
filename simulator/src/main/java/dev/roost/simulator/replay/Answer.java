package dev.roost.simulator.replay;

import dev.roost.model.metric.HitRate;
import dev.roost.model.metric.Ndcg;

/// What one ranker made of one question.
///
/// @param candidates items that competed, at least 2
/// @param rank of the item engaged with, counted from 1
/// @param share of it in the ranker's odds of all candidates, in `(0, 1]`
record Answer(int candidates, int rank, double share) {

  static final int CUT = 10;

  Answer {
    if (!(candidates >= 2 && rank >= 1 && rank <= candidates && share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "no answer: rank " + rank + " of " + candidates + ", share " + share);
    }
  }

  double hit() {
    return HitRate.hits(rank, CUT) ? 1 : 0;
  }

  double ndcg() {
    return Ndcg.ofRank(rank, CUT);
  }

  /// Returns the share of the other candidates that rank below it.
  double auc() {
    return (double) (candidates - rank) / (candidates - 1);
  }

  double logLoss() {
    return -StrictMath.log(share);
  }
}
