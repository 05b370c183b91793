package dev.roost.simulator.drift;

import java.util.stream.IntStream;

/// Finds how many topics must swap to take a given share of value away.
///
/// What people like best is the hundred live items of the highest true expected value. A
/// recommender that is still learning is taken to serve six parts of what they liked best before
/// and four parts of what they like best now. The value of that mixture, over the value before,
/// tells the share that is lost. It is a property of the world alone, so it is equal whatever a
/// recommender serves.
final class FlipStrength {

  private static final int LIKED = 100;
  private static final double STILL_BEFORE = 0.6;
  private static final int STEPS = 10; // of bisection

  private final Sample sample;
  private final TopicSwaps swaps;
  private final int[][] liked;
  private final double before;

  FlipStrength(Sample sample, TopicSwaps swaps) {
    this.sample = sample;
    this.swaps = swaps;
    this.liked = best();
    this.before = value(liked);
  }

  private int[][] best() {
    return IntStream.range(0, sample.people())
        .mapToObj(nth -> sample.best(sample.user(nth), LIKED))
        .toArray(int[][]::new);
  }

  private double value(int[][] lists) {
    double sum = 0;
    for (int nth = 0; nth < lists.length; nth++) {
      for (int item : lists[nth]) {
        sum += sample.value(sample.user(nth), item);
      }
    }
    return sum;
  }

  /// Returns the share of the value that is lost at a dial; the tastes stay as they are.
  double lost(double dial) {
    swapAll(dial);
    double after = STILL_BEFORE * value(liked) + (1 - STILL_BEFORE) * value(best());
    swapAll(dial);
    return 1 - after / before;
  }

  private void swapAll(double dial) {
    for (int nth = 0; nth < sample.people(); nth++) {
      swaps.swap(sample.world().tastes(), sample.user(nth), dial);
    }
  }

  /// Returns the smallest dial found at which `share` is lost; all topics if that is not enough, or
  /// if there is nothing yet to lose.
  double dialFor(double share) {
    double low = 0;
    double high = TopicSwaps.MOST_PAIRS;
    if (!(before > 0) || lost(high) <= share) {
      return high;
    }
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (lost(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
