package dev.roost.model.rank;

import java.util.Arrays;

/// Puts candidates in order of score, best first; ties go to the smaller item.
final class ScoreOrder {

  private static final int INDEX_BITS = 22;
  private static final long INDEX = (1L << INDEX_BITS) - 1;

  private ScoreOrder() {}

  /// Returns indices in order. O(n log n): sorts by the leading bits of scores, then mends what
  /// those could not tell apart.
  ///
  /// @param scores shape `[n]` or longer, no NaN
  /// @param ids items, as unsigned numbers
  /// @param n at most four million
  static int[] of(double[] scores, long[] ids, int n) {
    if (n > INDEX) {
      throw new IllegalArgumentException("too many candidates: " + n);
    }
    var keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = (~sortable(scores[i]) & ~INDEX) | i;
    }
    Arrays.sort(keys);
    var order = new int[n];
    for (int i = 0; i < n; i++) {
      insert(order, i, (int) (keys[i] & INDEX), scores, ids);
    }
    return order;
  }

  private static long sortable(double score) {
    long bits = Double.doubleToRawLongBits(score + 0.0); // +0.0 makes -0 one with 0
    return bits >= 0 ? bits : bits ^ Long.MAX_VALUE;
  }

  private static void insert(int[] order, int size, int index, double[] scores, long[] ids) {
    int at = size;
    while (at > 0 && precedes(index, order[at - 1], scores, ids)) {
      order[at] = order[at - 1];
      at--;
    }
    order[at] = index;
  }

  private static boolean precedes(int a, int b, double[] scores, long[] ids) {
    return scores[a] > scores[b]
        || (scores[a] == scores[b] && Long.compareUnsigned(ids[a], ids[b]) < 0);
  }
}
