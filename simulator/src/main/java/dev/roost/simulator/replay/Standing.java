package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import java.time.Instant;

/// How the live items stand by popularity at one instant.
///
/// Equal counts are ordered by chance, the same for every reader and instant.
final class Standing {

  private final Popularity popularity;
  private final Chance ties;
  private final int oldest;
  private final double[] counts; // shape [live]
  private final double sum;

  private Standing(Popularity popularity, Chance ties, int oldest, double[] counts, double sum) {
    this.popularity = popularity;
    this.ties = ties;
    this.oldest = oldest;
    this.counts = counts;
    this.sum = sum;
  }

  static Standing of(Popularity popularity, LiveItems live, Chance ties, Instant now) {
    var counts = new double[live.size()];
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = popularity.count(live.oldest() + i, now);
      sum += counts[i];
    }
    return new Standing(popularity, ties, live.oldest(), counts, sum);
  }

  /// Returns the rank of a live item, counted from 1. O(live items).
  int rank(int item) {
    int rank = 1;
    for (int other = oldest; other < oldest + counts.length; other++) {
      rank += isAhead(other, item) ? 1 : 0;
    }
    return rank;
  }

  /// Returns the rank of a live item if those of `engaged`, which does not hold it, come last.
  int rankBefore(int item, Iterable<Integer> engaged) {
    int rank = rank(item);
    for (int other : engaged) {
      rank -= other >= oldest && isAhead(other, item) ? 1 : 0;
    }
    return rank;
  }

  private boolean isAhead(int other, int item) {
    int order = Double.compare(popularity.order(other), popularity.order(item));
    return order > 0 || (order == 0 && ties.bits(other, 0, 0) > ties.bits(item, 0, 0));
  }

  /// Returns a live item's share of all counts.
  ///
  /// @param smoothing added to each count, above 0
  double share(int item, double smoothing) {
    return (counts[item - oldest] + smoothing) / (sum + smoothing * counts.length);
  }

  /// Returns the share if the items of `engaged`, which does not hold it, have none.
  double shareBefore(int item, double smoothing, Iterable<Integer> engaged) {
    double rest = sum + smoothing * counts.length;
    for (int other : engaged) {
      rest -= other >= oldest ? counts[other - oldest] + smoothing : 0;
    }
    double own = counts[item - oldest] + smoothing;
    return own / Math.max(own, rest); // the difference may round below its true value
  }
}
