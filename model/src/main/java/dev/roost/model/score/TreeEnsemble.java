package dev.roost.model.score;

import java.util.Arrays;
import java.util.List;

/// An ensemble of decision trees in flat arrays, whose leaves hold one value for each sum of a row.
///
/// Boosted trees and forests have one sum; an ensemble whose leaves carry the weights of logistic
/// heads has one for each head. Every tree is padded to a perfect one of the same depth, so that
/// finding its leaf is a fixed number of steps. Immutable.
///
/// The layout follows the fixed-depth variant in Asadi, Lin and de Vries, [Runtime optimizations
/// for tree-based machine learning models](https://doi.org/10.1109/TKDE.2013.73), TKDE 2014.
public final class TreeEnsemble {

  /// Deepest tree; a perfect tree of depth d holds 2^d leaves.
  public static final int MAX_DEPTH = 10;

  private static final int NEGATIVE_ZERO = Integer.MIN_VALUE; // its bits

  private final int features;
  private final int depth;
  private final double[] base;
  private final int[] feature;
  private final float[] threshold;
  private final double[] leaf;

  private TreeEnsemble(
      int features, int depth, double[] base, int[] feature, float[] threshold, double[] leaf) {
    this.features = features;
    this.depth = depth;
    this.base = base;
    this.feature = feature;
    this.threshold = threshold;
    this.leaf = leaf;
    checkShape();
    checkValues();
  }

  /// Returns the ensemble of these trees.
  ///
  /// @param features columns of a row, at least 1
  /// @param base what the sums of a row are before any tree, at least one; copied
  /// @throws IllegalArgumentException if a tree is deeper than [#MAX_DEPTH], names a column that is
  ///     not there, holds a NaN, or has a leaf of another width than `base`
  public static TreeEnsemble of(int features, double[] base, List<? extends TreeNode> trees) {
    int depth = trees.stream().mapToInt(TreeNode::depth).max().orElse(0);
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "trees must be at most %d deep: %d".formatted(MAX_DEPTH, depth));
    }
    var flat = new PerfectTrees(trees.size(), depth, base.length);
    for (int tree = 0; tree < trees.size(); tree++) {
      flat.put(trees.get(tree), tree);
    }
    return new TreeEnsemble(features, depth, base.clone(), flat.feature, flat.threshold, flat.leaf);
  }

  /// Returns the ensemble of arrays as the accessors tell them.
  ///
  /// @param depth of every tree
  /// @param base what the sums of a row are before any tree, at least one
  /// @param feature shape `[trees << depth]`: nodes of a tree in heap order from 1
  /// @param threshold likewise; infinite where every row goes left
  /// @param leaf shape `[trees << depth][base.length]`
  /// @throws IllegalArgumentException if these are no sound trees
  public static TreeEnsemble of(
      int features, int depth, double[] base, int[] feature, float[] threshold, double[] leaf) {
    return new TreeEnsemble(
        features, depth, base.clone(), feature.clone(), threshold.clone(), leaf.clone());
  }

  private void checkShape() {
    if (features < 1 || depth < 0 || depth > MAX_DEPTH || base.length < 1) {
      throw new IllegalArgumentException(
          "no ensemble: %d features, depth %d, %d sums".formatted(features, depth, base.length));
    }
    int nodes = feature.length;
    if (nodes % (1 << depth) != 0
        || threshold.length != nodes
        || leaf.length != (long) nodes * base.length) {
      throw new IllegalArgumentException(
          "arrays do not hold whole trees of depth %d: %d features, %d thresholds, %d values"
              .formatted(depth, nodes, threshold.length, leaf.length));
    }
  }

  private void checkValues() {
    for (int node = 0; node < feature.length; node++) {
      boolean sound =
          feature[node] >= 0
              && feature[node] < features
              && !Float.isNaN(threshold[node])
              && Float.floatToRawIntBits(threshold[node]) != NEGATIVE_ZERO;
      if (!sound) {
        throw new IllegalArgumentException(
            "node %d is not sound: feature %d, at most %s"
                .formatted(node, feature[node], threshold[node]));
      }
    }
    requireFinite("the base", base);
    requireFinite("leaf", leaf);
  }

  private static void requireFinite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "value %d of %s must be finite: %s".formatted(i, what, values[i]));
      }
    }
  }

  /// Returns the number of trees.
  public int size() {
    return feature.length >> depth;
  }

  /// Returns the number of columns of a row.
  public int features() {
    return features;
  }

  /// Returns the number of sums of a row.
  public int width() {
    return base.length;
  }

  /// Returns the depth of every tree.
  public int depth() {
    return depth;
  }

  /// Returns the number of places for nodes, and for leaves: `size() << depth()`.
  public int nodes() {
    return feature.length;
  }

  /// Returns what a sum is before any tree.
  public double base(int sum) {
    return base[sum];
  }

  /// Returns the column that a node compares. The nodes of tree t are t << depth and following; its
  /// first place is unused, the root is the second, the children of the i-th the 2i-th and next.
  public int feature(int node) {
    return feature[node];
  }

  /// Returns the value up to which a row goes left.
  public float threshold(int node) {
    return threshold[node];
  }

  /// Returns the value of a leaf for a sum. The leaves of tree t are t << depth and following, from
  /// left to right.
  public double leaf(int leaf, int sum) {
    return this.leaf[leaf * base.length + sum];
  }

  /// Returns an ensemble that differs in its thresholds.
  TreeEnsemble withThresholds(float[] other) {
    return new TreeEnsemble(features, depth, base, feature, other, leaf);
  }

  /// Returns a copy of the thresholds.
  float[] thresholds() {
    return threshold.clone();
  }

  /// Returns a copy of the leaves with as many values each as asked for, the last of them 0.
  double[] leaves(int paddedWidth) {
    var padded = new double[nodes() * paddedWidth];
    for (int i = 0; i < nodes(); i++) {
      System.arraycopy(leaf, i * base.length, padded, i * paddedWidth, base.length);
    }
    return padded;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeEnsemble that
        && features == that.features
        && depth == that.depth
        && Arrays.equals(base, that.base)
        && Arrays.equals(feature, that.feature)
        && Arrays.equals(threshold, that.threshold)
        && Arrays.equals(leaf, that.leaf);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(threshold) + Arrays.hashCode(leaf);
  }

  @Override
  public String toString() {
    return "%d trees of depth %d over %d features with %d sums"
        .formatted(size(), depth, features, width());
  }
}
