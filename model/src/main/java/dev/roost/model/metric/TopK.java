package dev.roost.model.metric;

import java.util.OptionalDouble;

/// What the first k places of a ranked list hold of what is relevant.
///
/// Source: Manning, Raghavan and Schütze, [Introduction to Information
/// Retrieval](https://doi.org/10.1017/CBO9780511809071), Cambridge 2008, sections 8.3 and 8.4. A
/// list shorter than k counts as if filled up with what is not relevant.
///
/// @param hits relevant items among the first k
/// @param k places that count, at least 1
/// @param relevant relevant items there are, in the list or not, at least `hits`
public record TopK(int hits, int k, int relevant) {

  public TopK {
    Checks.rank(k);
    if (hits < 0 || hits > k || hits > relevant) {
      throw new IllegalArgumentException(
          "hits must be in [0, min(k, relevant)]: " + hits + " of k = " + k + ", " + relevant);
    }
  }

  /// Returns what a list holds. O(k).
  ///
  /// @param shown whether the item at each place is relevant, in the order shown
  /// @param relevant relevant items there are, in the list or not
  public static TopK of(boolean[] shown, int relevant, int k) {
    Checks.rank(k);
    int hits = 0;
    for (int i = 0; i < Math.min(k, shown.length); i++) {
      hits += shown[i] ? 1 : 0;
    }
    return new TopK(hits, k, relevant);
  }

  /// Returns the share of the k places that hold something relevant, in `[0, 1]`.
  public double precision() {
    return (double) hits / k;
  }

  /// Returns the share of what is relevant that the k places hold; empty if nothing is relevant.
  public OptionalDouble recall() {
    return relevant > 0 ? OptionalDouble.of((double) hits / relevant) : OptionalDouble.empty();
  }

  /// Returns the harmonic mean of precision and recall; empty if nothing is relevant.
  public OptionalDouble f1() {
    return relevant > 0 ? OptionalDouble.of(2.0 * hits / (k + relevant)) : OptionalDouble.empty();
  }
}
