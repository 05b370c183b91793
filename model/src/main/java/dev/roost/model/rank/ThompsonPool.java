package dev.roost.model.rank;

import dev.roost.model.chance.Chance;
import java.util.LinkedHashMap;
import java.util.Map;

/// A pool of items of which one is drawn as often as it may be the best: each item's rate of
/// engagement is drawn from its posterior, and the highest wins.
///
/// Source: Chapelle and Li, [An empirical evaluation of Thompson
/// sampling](https://papers.nips.cc/paper/4321-an-empirical-evaluation-of-thompson-sampling), NIPS
/// 2011. Differs in that the posterior is a histogram, by which the probability that an item wins
/// can be told: it is integrated cell by cell.
final class ThompsonPool {

  /// Nodes and weights of Gauss and Legendre's quadrature on `[0, 1]`.
  private static final double[] NODES = {
    0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970263
  };

  private static final double[] WEIGHTS = {
    0.17392742256872692, 0.32607257743127305, 0.32607257743127305, 0.17392742256872692
  };

  private final RatePosterior[] posteriors;

  /// @param posteriors one for each item; equal ones may be one object; not modified
  ThompsonPool(RatePosterior... posteriors) {
    this.posteriors = posteriors;
  }

  /// Returns the index of the item that wins.
  ///
  /// @param ids of the items, by which each has chance of its own
  int draw(long[] ids, Chance chance, long reader, long atMillis) {
    int best = 0;
    double highest = -1;
    for (int i = 0; i < posteriors.length; i++) {
      double rate = posteriors[i].cellsAt(chance.uniform(reader, atMillis, ids[i]));
      if (rate > highest) {
        best = i;
        highest = rate;
      }
    }
    return best;
  }

  /// Returns the probability that an item wins. O(cells · n) for n different posteriors.
  double probability(int item) {
    var others = new LinkedHashMap<RatePosterior, Integer>(); // by identity, in order
    for (int i = 0; i < posteriors.length; i++) {
      if (i != item) {
        others.merge(posteriors[i], 1, Integer::sum);
      }
    }
    double probability = 0;
    for (int cell = 0; cell < RatePosterior.CELLS; cell++) {
      double mass = posteriors[item].in(cell);
      if (mass > 0) {
        probability += mass * othersBelow(others, cell);
      }
    }
    return probability;
  }

  /// Returns the mean probability over a cell that all others have lesser rates.
  private static double othersBelow(Map<RatePosterior, Integer> others, int cell) {
    double mean = 0;
    for (int node = 0; node < NODES.length; node++) {
      double product = WEIGHTS[node];
      for (var other : others.entrySet()) {
        product *= power(other.getKey().below(cell, NODES[node]), other.getValue());
      }
      mean += product;
    }
    return mean;
  }

  private static double power(double base, int exponent) {
    double power = 1;
    double square = base;
    for (int left = exponent; left > 0; left >>>= 1) {
      power *= (left & 1) == 1 ? square : 1;
      square *= square;
    }
    return power;
  }
}
