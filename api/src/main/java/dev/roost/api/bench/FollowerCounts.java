package dev.roost.api.bench;

import java.util.SplittableRandom;

/// Numbers of followers with a Pareto tail, cut off at a share of all users.
final class FollowerCounts {

  static final double TAIL = 1.1;
  static final double MOST_SHARE = 0.3;

  private static final int HALVINGS = 60;

  private FollowerCounts() {}

  /// Returns how many may follow one author.
  static int most(int users) {
    return (int) (users * MOST_SHARE);
  }

  /// Returns the number of followers of each user; they add up to `edges` exactly.
  static int[] draw(int users, int edges, SplittableRandom random) {
    double[] weights = new double[users];
    for (int i = 0; i < users; i++) {
      weights[i] = StrictMath.pow(1 - random.nextDouble(), -1 / TAIL);
    }
    return rounded(weights, scale(weights, edges, most(users)), edges, most(users));
  }

  /// Returns by what the weights are to be multiplied so that, cut off at `most`, they add up to
  /// `edges`.
  private static double scale(double[] weights, int edges, int most) {
    double low = 0;
    double high = most; // a weight is at least 1: all would be cut off
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (sum(weights, middle, most) < edges) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double sum(double[] weights, double scale, int most) {
    double sum = 0;
    for (double weight : weights) {
      sum += Math.min(most, weight * scale);
    }
    return sum;
  }

  /// Rounds the running total instead of each number, so that no edge is lost or gained.
  private static int[] rounded(double[] weights, double scale, int edges, int most) {
    int[] counts = new int[weights.length];
    double total = 0;
    long before = 0;
    for (int i = 0; i < weights.length; i++) {
      total += Math.min(most, weights[i] * scale);
      long upTo = Math.min(edges, Math.round(total));
      counts[i] = (int) (upTo - before);
      before = upTo;
    }
    if (before != edges) {
      throw new IllegalStateException("counts add up to " + before + ", not to " + edges);
    }
    return counts;
  }
}
