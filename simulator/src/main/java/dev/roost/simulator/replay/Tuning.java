package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import dev.roost.model.metric.Ndcg;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Finds the half-life of popularity with the highest NDCG@10, and then the smoothing of its shares
/// with the lowest log loss, over questions seen so far.
///
/// Of equals the first of the grid is taken: the shortest half-life, the least smoothing. Without
/// any question it is the grid's hour.
final class Tuning {

  private static final List<Duration> HALF_LIVES =
      Stream.concat(
              Stream.of(15, 30, 60, 120, 240, 480).map(Duration::ofMinutes),
              Stream.of(1, 2, 4, 7, 14, 30, 90, 183, 366).map(Duration::ofDays))
          .toList();
  private static final double[] SMOOTHINGS = {0.001, 0.01, 0.1, 1};
  private static final Duration DEFAULT = Duration.ofHours(1);

  /// What was found.
  ///
  /// @param popularity with the half-life found and all counts so far
  /// @param questions how many it was found on
  record Tuned(Popularity popularity, double smoothing, int questions) {}

  private final List<Popularity> grid;
  private final double[] gain = new double[HALF_LIVES.size()];
  private final double[][] loss = new double[HALF_LIVES.size()][SMOOTHINGS.length];
  private int questions;

  Tuning(Instant start) {
    grid = HALF_LIVES.stream().map(halfLife -> new Popularity(halfLife, start)).toList();
  }

  /// Takes notice of a first engagement, after all questions of its instant.
  void tell(int item, Instant at) {
    grid.forEach(popularity -> popularity.add(item, at));
  }

  /// Takes notice of the questions of one instant, given by their answers.
  void ask(List<Integer> answers, LiveItems live, Chance ties, Instant now) {
    for (int h = 0; h < grid.size(); h++) {
      var standing = Standing.of(grid.get(h), live, ties, now);
      for (int answer : answers) {
        gain[h] += Ndcg.ofRank(standing.rank(answer), 10);
        for (int s = 0; s < SMOOTHINGS.length; s++) {
          loss[h][s] -= StrictMath.log(standing.share(answer, SMOOTHINGS[s]));
        }
      }
    }
    questions += answers.size();
  }

  /// Returns the best of the grid.
  Tuned best() {
    int best = questions == 0 ? HALF_LIVES.indexOf(DEFAULT) : 0;
    for (int h = 0; h < gain.length; h++) {
      best = gain[h] > gain[best] ? h : best;
    }
    int smoothest = 0;
    for (int s = 0; s < SMOOTHINGS.length; s++) {
      smoothest = loss[best][s] < loss[best][smoothest] ? s : smoothest;
    }
    return new Tuned(grid.get(best), SMOOTHINGS[smoothest], questions);
  }
}
