package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import dev.roost.model.metric.Ndcg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the mix of nearness and popularity with the highest NDCG@10 over questions seen so far:
/// how nearness is learned, the half-life of popularity (or none: nearness alone), floor and power.
///
/// There are two winners: one for all live items, one for those that the reader did not engage with
/// before. Of equals the first of the grid is taken, as without any question.
final class MixTuning {

  private static final double[] FLOORS = {0.03, 0.1, 0.3, 1};
  private static final double[] POWERS = {0.5, 1, 2};

  private record Cell(
      Affinity affinity, @Nullable Popularity popularity, double floor, double power) {}

  private final List<Affinity> affinities;
  private final Popularities popularities;
  private final LiveItems live;
  private final Chance ties;
  private final List<Cell> cells = new ArrayList<>();
  private final double[] gain;
  private final double[] gainEngagedLast;

  MixTuning(List<Affinity> affinities, Popularities popularities, LiveItems live, Chance ties) {
    this.affinities = affinities;
    this.popularities = popularities;
    this.live = live;
    this.ties = ties;
    for (var affinity : affinities) {
      for (double floor : FLOORS) {
        for (double power : POWERS) {
          popularities.all().forEach(p -> cells.add(new Cell(affinity, p, floor, power)));
          cells.add(new Cell(affinity, null, floor, power));
        }
      }
    }
    gain = new double[cells.size()];
    gainEngagedLast = new double[cells.size()];
  }

  /// Takes notice of the questions of one reader and instant, given by their answers.
  void ask(UserId reader, List<Integer> answers, SequencedSet<Integer> engaged, Instant now) {
    var popular =
        Stream.concat(
                popularities.all().stream().map(popularity -> popularity.orders(live)),
                Stream.of(new double[live.size()]))
            .toList();
    int cell = 0;
    for (var affinity : affinities) {
      double[] near = affinity.to(reader, engaged, now);
      for (double floor : FLOORS) {
        double[] logarithms = Mix.logarithms(near, floor);
        for (double power : POWERS) {
          for (double[] counts : popular) {
            var heights = Mix.orders(counts, logarithms, power);
            add(cell++, new Order(live.oldest(), heights, ties), answers, engaged);
          }
        }
      }
    }
  }

  private void add(int cell, Order order, List<Integer> answers, SequencedSet<Integer> engaged) {
    for (int answer : answers) {
      int rank = order.rank(answer);
      gain[cell] += Ndcg.ofRank(rank, Answer.CUT);
      gainEngagedLast[cell] += Ndcg.ofRank(rank - order.ahead(answer, engaged), Answer.CUT);
    }
  }

  /// Returns the best mix for all live items.
  Mix best(Tuning popularity) {
    return best(gain, popularity);
  }

  /// Returns the best mix for items that the reader did not engage with before.
  Mix bestEngagedLast(Tuning popularity) {
    return best(gainEngagedLast, popularity);
  }

  private Mix best(double[] gains, Tuning popularity) {
    int best = 0;
    for (int cell = 0; cell < gains.length; cell++) {
      best = gains[cell] > gains[best] ? cell : best;
    }
    var cell = cells.get(best);
    double smoothing = cell.popularity() == null ? 1 : popularity.smoothing(cell.popularity());
    return new Mix(cell.affinity(), cell.popularity(), smoothing, cell.floor(), cell.power());
  }
}
