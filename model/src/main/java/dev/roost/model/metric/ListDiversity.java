package dev.roost.model.metric;

import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;

/// Intra-list diversity: how unlike each other the items of one list are, a mean over its pairs.
///
/// Source: Ziegler, McNee, Konstan and Lausen, [Improving recommendation lists through topic
/// diversification](https://doi.org/10.1145/1060745.1060754), WWW 2005, whose "intra-list
/// similarity" this turns around and divides by the number of pairs.
public final class ListDiversity {

  private ListDiversity() {}

  /// Returns the mean of 1 less the similarity over all pairs. O(n²).
  ///
  /// @param similarity symmetric, at most 1, 1 for what is alike
  /// @return a value of at least 0, or empty for fewer than two items
  /// @throws IllegalArgumentException if a similarity is NaN, infinite or above 1
  public static <T> OptionalDouble of(List<T> list, ToDoubleBiFunction<T, T> similarity) {
    double sum = 0;
    for (int i = 1; i < list.size(); i++) {
      for (int j = 0; j < i; j++) {
        double alike = similarity.applyAsDouble(list.get(i), list.get(j));
        if (!(alike <= 1 && alike > Double.NEGATIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "similarity of " + i + " and " + j + " must be finite and at most 1: " + alike);
        }
        sum += 1 - alike;
      }
    }
    return share(sum, list.size());
  }

  /// Returns the share of pairs of different labels, such as topics or authors. O(n).
  ///
  /// @return a value in `[0, 1]`, or empty for fewer than two items
  public static <T> OptionalDouble ofLabels(List<T> labels) {
    var above = new HashMap<T, Integer>();
    double different = 0;
    for (int i = 0; i < labels.size(); i++) {
      int same = above.merge(labels.get(i), 1, Integer::sum) - 1;
      different += i - same;
    }
    return share(different, labels.size());
  }

  /// Returns the cosine of two vectors of equal length, in `[-1, 1]`, for [#of]; 0 if either is
  /// zero, as nothing is known of it.
  ///
  /// @throws IllegalArgumentException if the lengths differ or a value is not finite
  public static double cosine(float[] one, float[] other) {
    Checks.sameLength(one.length, other.length, "the other vector");
    double product = 0;
    double squaresOfOne = 0;
    double squaresOfOther = 0;
    for (int i = 0; i < one.length; i++) {
      product += (double) one[i] * other[i];
      squaresOfOne += (double) one[i] * one[i];
      squaresOfOther += (double) other[i] * other[i];
    }
    double norms = Math.sqrt(squaresOfOne) * Math.sqrt(squaresOfOther);
    if (!(norms < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "vectors must be finite: their norms' product is " + norms);
    }
    return norms == 0 ? 0 : Math.clamp(product / norms, -1, 1);
  }

  private static OptionalDouble share(double sum, int size) {
    double pairs = size * (size - 1.0) / 2;
    return pairs > 0 ? OptionalDouble.of(sum / pairs) : OptionalDouble.empty();
  }
}
