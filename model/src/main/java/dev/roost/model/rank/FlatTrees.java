package dev.roost.model.rank;

import java.util.Arrays;
import java.util.List;

/// An ensemble of decision trees in flat arrays, scoring many rows at a time.
///
/// Every tree is padded to a perfect one of the same depth, so that walking it is a fixed number of
/// steps without a branch; eight rows walk at once, tree by tree, so that the processor overlaps
/// their loads. The log-odds of a row are the base plus the sum of one leaf per tree. Immutable.
///
/// The layout follows the fixed-depth variant in Asadi, Lin and de Vries, [Runtime optimizations
/// for tree-based machine learning models](https://doi.org/10.1109/TKDE.2013.73), TKDE 2014.
public final class FlatTrees {

  /// Deepest tree; a perfect tree of depth d holds 2^d leaves.
  public static final int MAX_DEPTH = 10;

  private static final int LANES = 8;

  /// A tree before it is flattened.
  public sealed interface Node {}

  /// Sends rows whose feature is at most `atMost` to `yes`, others to `no`.
  public record Split(int feature, float atMost, Node yes, Node no) implements Node {}

  /// Adds to the log-odds.
  public record Leaf(double value) implements Node {}

  private final int features;
  private final int depth;
  private final double base;
  private final int[] feature; // [trees << depth], heap order from 1 within a tree
  private final float[] threshold; // likewise
  private final double[] leaf; // [trees << depth]

  FlatTrees(int features, int depth, double base, int[] feature, float[] threshold, double[] leaf) {
    this.features = features;
    this.depth = depth;
    this.base = base;
    this.feature = feature;
    this.threshold = threshold;
    this.leaf = leaf;
    check();
  }

  /// Returns the ensemble of these trees.
  ///
  /// @param features columns of a row, at least 1
  /// @param base log-odds before any tree
  /// @throws IllegalArgumentException if a tree is deeper than [#MAX_DEPTH], names a column that is
  ///     not there, or holds a NaN
  public static FlatTrees of(int features, double base, List<Node> trees) {
    int depth = trees.stream().mapToInt(FlatTrees::depth).max().orElse(0);
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("trees must be at most 10 deep: " + depth);
    }
    int size = trees.size() << depth;
    var feature = new int[size];
    var threshold = new float[size];
    var leaf = new double[size];
    Arrays.fill(threshold, Float.POSITIVE_INFINITY); // padding: every row goes left
    var flat = new Flattening(depth, feature, threshold, leaf);
    for (int tree = 0; tree < trees.size(); tree++) {
      flat.put(trees.get(tree), tree << depth, 1, 0);
    }
    return new FlatTrees(features, depth, base, feature, threshold, leaf);
  }

  private static int depth(Node node) {
    return switch (node) {
      case Leaf _ -> 0;
      case Split(_, _, var yes, var no) -> 1 + Math.max(depth(yes), depth(no));
    };
  }

  @SuppressWarnings("ArrayRecordComponent") // never leaves this class; nobody compares it
  private record Flattening(int depth, int[] feature, float[] threshold, double[] leaf) {

    void put(Node node, int from, int at, int level) {
      if (level == depth) {
        leaf[from + at - (1 << depth)] = ((Leaf) node).value();
        return;
      }
      switch (node) {
        case Split(var column, var atMost, var yes, var no) -> {
          feature[from + at] = column;
          threshold[from + at] = atMost + 0f; // turns -0 into 0, so that differences have a sign
          put(yes, from, 2 * at, level + 1);
          put(no, from, 2 * at + 1, level + 1);
        }
        case Leaf _ -> {
          put(node, from, 2 * at, level + 1);
          put(node, from, 2 * at + 1, level + 1);
        }
      }
    }
  }

  private void check() {
    if (features < 1 || depth < 0 || depth > MAX_DEPTH || !Double.isFinite(base)) {
      throw new IllegalArgumentException("no ensemble: " + features + ", " + depth + ", " + base);
    }
    int size = leaf.length;
    if (feature.length != size || threshold.length != size || size % (1 << depth) != 0) {
      throw new IllegalArgumentException("arrays do not hold whole trees of depth " + depth);
    }
    for (int i = 0; i < size; i++) {
      boolean sound =
          feature[i] >= 0
              && feature[i] < features
              && !Float.isNaN(threshold[i])
              && Float.floatToRawIntBits(threshold[i]) != Integer.MIN_VALUE // -0
              && Double.isFinite(leaf[i]);
      if (!sound) {
        throw new IllegalArgumentException("node " + i + " is not sound");
      }
    }
  }

  /// Returns the number of trees.
  public int size() {
    return leaf.length >> depth;
  }

  /// Returns the number of columns of a row.
  public int features() {
    return features;
  }

  int depth() {
    return depth;
  }

  double base() {
    return base;
  }

  int feature(int node) {
    return feature[node];
  }

  float threshold(int node) {
    return threshold[node];
  }

  double leaf(int node) {
    return leaf[node];
  }

  /// Writes the log-odds of rows. O(n · trees · depth), without allocation.
  ///
  /// @param rows row-major `[n, features]`, all finite
  /// @param out shape `[n]` or longer; the first n are overwritten
  /// @throws IllegalArgumentException if a value is NaN or infinite
  public void logOdds(float[] rows, int n, double[] out) {
    requireFinite(rows, n * features);
    Arrays.fill(out, 0, n, base);
    int whole = n - n % LANES;
    for (int from = 0; from < leaf.length; from += 1 << depth) {
      for (int row = 0; row < whole; row += LANES) {
        addEight(from, rows, row, out);
      }
      for (int row = whole; row < n; row++) {
        out[row] += leaf[from + walk(from, rows, row * features)];
      }
    }
  }

  private static void requireFinite(float[] values, int count) {
    float sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i] * 0; // 0 for what is finite, NaN otherwise
    }
    if (sum != 0) { // NaN differs from everything
      throw new IllegalArgumentException("a feature is NaN or infinite");
    }
  }

  private int walk(int from, float[] rows, int at) {
    int node = 1;
    for (int step = 0; step < depth; step++) {
      node = next(from + node, node, rows, at);
    }
    return node - (1 << depth);
  }

  /// Returns the child: right if the value is above the threshold. The sign of a difference of
  /// floats is exact, and costs no branch.
  private int next(int place, int node, float[] rows, int at) {
    float difference = threshold[place] - rows[at + feature[place]];
    return (node << 1) | (Float.floatToRawIntBits(difference) >>> 31);
  }

  private void addEight(int from, float[] rows, int row, double[] out) {
    int at = row * features;
    int n0 = 1;
    int n1 = 1;
    int n2 = 1;
    int n3 = 1;
    int n4 = 1;
    int n5 = 1;
    int n6 = 1;
    int n7 = 1;
    for (int step = 0; step < depth; step++) {
      n0 = next(from + n0, n0, rows, at);
      n1 = next(from + n1, n1, rows, at + features);
      n2 = next(from + n2, n2, rows, at + 2 * features);
      n3 = next(from + n3, n3, rows, at + 3 * features);
      n4 = next(from + n4, n4, rows, at + 4 * features);
      n5 = next(from + n5, n5, rows, at + 5 * features);
      n6 = next(from + n6, n6, rows, at + 6 * features);
      n7 = next(from + n7, n7, rows, at + 7 * features);
    }
    int leaves = from - (1 << depth);
    out[row] += leaf[leaves + n0];
    out[row + 1] += leaf[leaves + n1];
    out[row + 2] += leaf[leaves + n2];
    out[row + 3] += leaf[leaves + n3];
    out[row + 4] += leaf[leaves + n4];
    out[row + 5] += leaf[leaves + n5];
    out[row + 6] += leaf[leaves + n6];
    out[row + 7] += leaf[leaves + n7];
  }

  /// Writes the probabilities of rows, `1 / (1 + e^-logOdds)`.
  ///
  /// @param rows row-major `[n, features]`, all finite
  /// @param out shape `[n]` or longer; the first n are overwritten, each in `[0, 1]`
  public void score(float[] rows, int n, double[] out) {
    logOdds(rows, n, out);
    for (int i = 0; i < n; i++) {
      out[i] = PlattScaling.sigmoid(out[i]);
    }
  }
}
