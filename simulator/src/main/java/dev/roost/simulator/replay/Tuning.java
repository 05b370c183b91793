package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import dev.roost.model.metric.Ndcg;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Finds the half-life of popularity with the highest NDCG@10, and for each half-life the smoothing
/// of its shares with the lowest log loss, over questions seen so far.
///
/// Of equals the first of the grid is taken: the shortest half-life, the least smoothing. Without
/// any question it is the grid's hour.
final class Tuning {

  private static final double[] SMOOTHINGS = {0.001, 0.01, 0.1, 1};
  private static final Duration DEFAULT = Duration.ofHours(1);

  /// What was found.
  ///
  /// @param popularity with the half-life found and all counts so far
  /// @param questions how many it was found on
  record Tuned(Popularity popularity, double smoothing, int questions) {}

  private final List<Popularity> grid;
  private final double[] gain;
  private final double[][] loss;
  private int questions;

  Tuning(Popularities popularities) {
    grid = popularities.all();
    gain = new double[grid.size()];
    loss = new double[grid.size()][SMOOTHINGS.length];
  }

  /// Takes notice of the questions of one reader and instant, given by their answers.
  void ask(List<Integer> answers, LiveItems live, Chance ties, Instant now) {
    for (int h = 0; h < grid.size(); h++) {
      var standing = grid.get(h).standing(live, ties, now);
      for (int answer : answers) {
        gain[h] += Ndcg.ofRank(standing.rank(answer), Answer.CUT);
        for (int s = 0; s < SMOOTHINGS.length; s++) {
          loss[h][s] -= StrictMath.log(standing.share(answer, SMOOTHINGS[s]));
        }
      }
    }
    questions += answers.size();
  }

  /// Returns the best of the grid.
  Tuned best() {
    int best = questions == 0 ? Popularities.HALF_LIVES.indexOf(DEFAULT) : 0;
    for (int h = 0; h < gain.length; h++) {
      best = gain[h] > gain[best] ? h : best;
    }
    return new Tuned(grid.get(best), smoothing(grid.get(best)), questions);
  }

  /// Returns the best smoothing of the shares of one popularity of the grid.
  double smoothing(Popularity popularity) {
    double[] losses = loss[grid.indexOf(popularity)];
    int best = 0;
    for (int s = 0; s < SMOOTHINGS.length; s++) {
      best = losses[s] < losses[best] ? s : best;
    }
    return SMOOTHINGS[best];
  }
}
