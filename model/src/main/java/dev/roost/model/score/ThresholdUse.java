package dev.roost.model.score;

import java.util.Arrays;

/// Which thresholds the nodes of an ensemble use; those of padding, which sends all rows left, are
/// no use.
final class ThresholdUse {

  private final float[][] sorted; // by feature, as often as used

  private ThresholdUse(float[][] sorted) {
    this.sorted = sorted;
  }

  static ThresholdUse of(TreeEnsemble trees) {
    var counts = new int[trees.features()];
    for (int node = 0; node < trees.nodes(); node++) {
      if (isSplit(trees, node)) {
        counts[trees.feature(node)]++;
      }
    }
    var sorted = new float[counts.length][];
    Arrays.setAll(sorted, feature -> new float[counts[feature]]);
    for (int node = 0; node < trees.nodes(); node++) {
      if (isSplit(trees, node)) {
        int feature = trees.feature(node);
        sorted[feature][--counts[feature]] = trees.threshold(node);
      }
    }
    for (var each : sorted) {
      Arrays.sort(each);
    }
    return new ThresholdUse(sorted);
  }

  /// Returns whether rows may go both ways: not at padding nor at the unused first place of a tree.
  static boolean isSplit(TreeEnsemble trees, int node) {
    boolean used = (node & ((1 << trees.depth()) - 1)) != 0;
    return used && trees.threshold(node) != Float.POSITIVE_INFINITY;
  }

  /// Returns the thresholds of a feature in order, each as often as it is used; not to be changed.
  float[] sorted(int feature) {
    return sorted[feature];
  }
}
