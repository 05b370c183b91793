package dev.roost.simulator.baseline;

import java.util.Arrays;

/// The few best of many scored candidates; equal scores go to the candidate offered last.
final class Best {

  private final int[] candidates;
  private final double[] scores;
  private int size;

  Best(int most) {
    this.candidates = new int[most];
    this.scores = new double[most];
  }

  void clear() {
    size = 0;
  }

  /// Offers a candidate. O(1) for most of a long stream, O(`most`) for one that enters.
  void offer(int candidate, double score) {
    if (size == candidates.length && (size == 0 || score < scores[size - 1])) {
      return;
    }
    int place = size < candidates.length ? size++ : size - 1;
    while (place > 0 && scores[place - 1] <= score) {
      scores[place] = scores[place - 1];
      candidates[place] = candidates[place - 1];
      place--;
    }
    scores[place] = score;
    candidates[place] = candidate;
  }

  /// Returns the best candidates, best first.
  int[] best() {
    return Arrays.copyOf(candidates, size);
  }
}
