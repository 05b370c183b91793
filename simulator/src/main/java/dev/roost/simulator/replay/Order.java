package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;

/// In which order a ranker puts the live items.
///
/// Equals are ordered by chance, the same for every reader and instant.
final class Order {

  private final int oldest;
  private final double[] heights; // shape [live]
  private final Chance ties;

  /// Takes what a ranker made of the live items.
  ///
  /// @param oldest number of the first
  /// @param heights shape `[live]`: the higher, the further ahead; kept
  Order(int oldest, double[] heights, Chance ties) {
    this.oldest = oldest;
    this.heights = heights;
    this.ties = ties;
  }

  /// Returns the rank of a live item, counted from 1. O(live items).
  int rank(int item) {
    int rank = 1;
    for (int other = oldest; other < oldest + heights.length; other++) {
      rank += isAhead(other, item) ? 1 : 0;
    }
    return rank;
  }

  /// Returns how many of `engaged` are ahead of a live item.
  int ahead(int item, Iterable<Integer> engaged) {
    int ahead = 0;
    for (int other : engaged) {
      ahead += other >= oldest && isAhead(other, item) ? 1 : 0;
    }
    return ahead;
  }

  private boolean isAhead(int other, int item) {
    double height = heights[other - oldest];
    double own = heights[item - oldest];
    return height > own || (height == own && ties.bits(other, 0, 0) > ties.bits(item, 0, 0));
  }
}
