package dev.roost.model.score;

/// Walks perfect trees eight rows at a time, tree by tree, so that the processor overlaps their
/// loads. Runs on every machine.
public final class PortableScorer implements Scorer {

  private static final int LANES = 8;
  private static final int BLOCK = 64; // rows that stay in the nearest cache from tree to tree

  private final TreeEnsemble trees;
  private final int features;
  private final int depth;
  private final int width;
  private final long[] nodes; // the ordinal of the threshold above the feature
  private final double[] leaf; // [trees << depth][width]

  /// Compiles an ensemble.
  public PortableScorer(TreeEnsemble trees) {
    this.trees = trees;
    features = trees.features();
    depth = trees.depth();
    width = trees.width();
    nodes = new long[trees.nodes()];
    for (int node = 0; node < nodes.length; node++) {
      nodes[node] = ((long) Ordinals.of(trees.threshold(node)) << 32) | trees.feature(node);
    }
    leaf = trees.leaves(width);
  }

  @Override
  public TreeEnsemble trees() {
    return trees;
  }

  @Override
  public void score(float[] rows, int n, double[] out) {
    Checks.requireRoom(trees, rows, n, out.length, width);
    var ordinals = Ordinals.of(rows, n * features);
    Checks.fillBase(trees, n, out);
    for (int block = 0; block < n; block += BLOCK) {
      addBlock(ordinals, block, Math.min(n, block + BLOCK), out);
    }
  }

  private void addBlock(int[] ordinals, int first, int last, double[] out) {
    int whole = first + ((last - first) & -LANES);
    for (int tree = 0; tree < trees.size(); tree++) {
      int from = tree << depth;
      for (int row = first; row < whole; row += LANES) {
        addEight(from, ordinals, row, out);
      }
      for (int row = whole; row < last; row++) {
        add(walk(from, ordinals, row * features), out, row);
      }
    }
  }

  private void add(int end, double[] out, int row) {
    if (width == 1) { // without the cost of a loop
      out[row] += leaf[end];
      return;
    }
    for (int sum = 0; sum < width; sum++) {
      out[row * width + sum] += leaf[end * width + sum];
    }
  }

  @Override
  public void leaves(float[] rows, int n, int[] out) {
    Checks.requireRoom(trees, rows, n, out.length, trees.size());
    var ordinals = Ordinals.of(rows, n * features);
    for (int row = 0; row < n; row++) {
      for (int tree = 0; tree < trees.size(); tree++) {
        out[row * trees.size() + tree] =
            walk(tree << depth, ordinals, row * features) - (tree << depth);
      }
    }
  }

  private int walk(int from, int[] ordinals, int at) {
    int node = 1;
    for (int step = 0; step < depth; step++) {
      node = next(from + node, node, ordinals, at);
    }
    return from + node - (1 << depth);
  }

  /// Returns the child: right if the value is above the threshold. The sign of the difference costs
  /// no branch.
  private int next(int place, int node, int[] ordinals, int at) {
    long split = nodes[place];
    long difference = (split >> 32) - ordinals[at + (int) split];
    return 2 * node + (int) (difference >>> 63);
  }

  private void addEight(int from, int[] rows, int row, double[] out) {
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
    add(leaves + n0, out, row);
    add(leaves + n1, out, row + 1);
    add(leaves + n2, out, row + 2);
    add(leaves + n3, out, row + 3);
    add(leaves + n4, out, row + 4);
    add(leaves + n5, out, row + 5);
    add(leaves + n6, out, row + 6);
    add(leaves + n7, out, row + 7);
  }
}
