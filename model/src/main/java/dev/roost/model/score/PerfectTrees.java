package dev.roost.model.score;

import dev.roost.model.score.TreeNode.Leaf;
import dev.roost.model.score.TreeNode.Split;
import java.util.Arrays;

/// Trees while they are laid out: each padded to a perfect one, in heap order from 1.
final class PerfectTrees {

  final int[] feature;
  final float[] threshold;
  final double[] leaf;
  private final int depth;
  private final int width;

  PerfectTrees(int trees, int depth, int width) {
    this.depth = depth;
    this.width = width;
    feature = new int[trees << depth];
    threshold = new float[trees << depth];
    leaf = new double[(trees << depth) * width];
    Arrays.fill(threshold, Float.POSITIVE_INFINITY); // padding: every row goes left
  }

  void put(TreeNode root, int tree) {
    put(root, tree << depth, 1, 0);
  }

  private void put(TreeNode node, int from, int at, int level) {
    switch (node) {
      case Leaf end when level == depth -> put(end, from + at - (1 << depth));
      case Leaf _ -> {
        put(node, from, 2 * at, level + 1);
        put(node, from, 2 * at + 1, level + 1);
      }
      case Split(var column, var atMost, var yes, var no) -> {
        feature[from + at] = column;
        threshold[from + at] = atMost + 0f; // turns -0 into 0, so that differences have a sign
        put(yes, from, 2 * at, level + 1);
        put(no, from, 2 * at + 1, level + 1);
      }
    }
  }

  private void put(Leaf end, int at) {
    if (end.width() != width) {
      throw new IllegalArgumentException(
          "a leaf must have as many values as there are sums, %d: %d"
              .formatted(width, end.width()));
    }
    end.copyTo(leaf, at * width);
  }
}
