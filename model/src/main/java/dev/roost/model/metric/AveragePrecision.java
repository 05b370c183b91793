package dev.roost.model.metric;

import java.util.List;
import java.util.OptionalDouble;

/// Average precision of a ranked list: the mean, over what is relevant, of the precision at its
/// rank.
///
/// For intervals over readers give the value of each list to [ReaderTotals].
///
/// Source: Buckley and Voorhees, [Evaluating evaluation measure
/// stability](https://doi.org/10.1145/345508.345543), SIGIR 2000. Differs for lists cut at k in
/// dividing by the smaller of k and what is relevant, so that the best order reaches 1.
public final class AveragePrecision {

  private AveragePrecision() {}

  /// Returns the average precision of a list cut at k. O(k).
  ///
  /// @param shown whether the item at each place is relevant, in the order shown
  /// @param relevant relevant items there are, in the list or not; what the list lacks counts 0
  /// @param k places that count, at least 1
  /// @return a value in `[0, 1]`, or empty if nothing is relevant
  public static OptionalDouble at(boolean[] shown, int relevant, int k) {
    Checks.rank(k);
    double sum = 0;
    int hits = 0;
    for (int i = 0; i < Math.min(k, shown.length); i++) {
      hits += shown[i] ? 1 : 0;
      sum += shown[i] ? (double) hits / (i + 1) : 0;
    }
    if (hits > relevant) {
      throw new IllegalArgumentException(
          "relevant must be at least what the list shows, " + hits + ": " + relevant);
    }
    return relevant > 0 ? OptionalDouble.of(sum / Math.min(k, relevant)) : OptionalDouble.empty();
  }

  /// Returns the mean over lists (MAP) that each hold all that is relevant; lists without anything
  /// relevant are left out.
  ///
  /// @return a value in `[0, 1]`, or empty if no list holds anything relevant
  public static OptionalDouble mean(List<boolean[]> lists, int k) {
    return lists.stream()
        .map(shown -> at(shown, count(shown), k))
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  private static int count(boolean[] shown) {
    int count = 0;
    for (boolean relevant : shown) {
      count += relevant ? 1 : 0;
    }
    return count;
  }
}
