package dev.roost.model.score;

import static dev.roost.model.score.Lanes.DOUBLES;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jdk.incubator.vector.DoubleVector;

/// Compares whole vectors of rows with every node of perfect trees, on bins of one byte.
///
/// Rows are bit-sliced, see [LeafFinder]. Needs the module `jdk.incubator.vector`;
/// nothing that may run without it can touch this class, so [ScorerChoice] makes it.
///
/// Bits for rows come from QuickScorer, Lucchese et al., [QuickScorer: a fast algorithm to rank
/// documents with additive ensembles of regression trees](https://doi.org/10.1145/2766462.2767733),
/// SIGIR 2015, where a bit is a leaf of one document; here it is a document at one node.
public final class VectorScorer implements Scorer {

  /// Deepest tree whose leaves have numbers of one byte.
  static final int MAX_DEPTH = 8;

  private final TreeEnsemble trees;
  private final Binning binning;
  private final int[] column;
  private final byte[] limit;
  private final int width; // whole vectors, or 1
  private final double[] leaf; // [trees << depth][width]
  private final Queue<BinnedRows> idle = new ConcurrentLinkedQueue<>();

  /// Compiles an ensemble.
  ///
  /// @throws IllegalArgumentException if the ensemble is not [Snapped] or a tree deeper than 8
  public VectorScorer(TreeEnsemble trees) {
    if (!suits(trees)) {
      throw new IllegalArgumentException("bytes cannot number the leaves or bins of " + trees);
    }
    var cuts = Cuts.of(trees);
    this.trees = trees;
    binning = new Binning(cuts);
    column = new int[trees.nodes()];
    limit = new byte[trees.nodes()];
    for (int node = 0; node < trees.nodes(); node++) {
      column[node] = trees.feature(node) * BinnedRows.GROUP;
      limit[node] = limit(trees, node, cuts);
    }
    width = trees.width() == 1 ? 1 : DOUBLES.loopBound(trees.width() + DOUBLES.length() - 1);
    leaf = trees.leaves(width);
  }

  /// Returns whether bytes can number the leaves of a tree and the bins of a feature.
  static boolean suits(TreeEnsemble trees) {
    return trees.depth() <= MAX_DEPTH && Cuts.of(trees).most() <= Cuts.MOST;
  }

  private static byte limit(TreeEnsemble trees, int node, Cuts cuts) {
    boolean split = ThresholdUse.isSplit(trees, node);
    int highest = split ? cuts.bin(trees.feature(node), trees.threshold(node)) : Cuts.MOST;
    return (byte) (highest - Binning.BIAS);
  }

  @Override
  public TreeEnsemble trees() {
    return trees;
  }

  /// Returns room for a batch that this scorer can score.
  ///
  /// @param capacity most rows, at least 0
  public BinnedRows rows(int capacity) {
    return new BinnedRows(binning, capacity);
  }

  /// Bins that a batch was put into, to be used again by whichever thread comes next.
  private BinnedRows binned(float[] rows, int n) {
    var free = idle.poll();
    var binned = free != null && free.capacity() >= n ? free : rows(n);
    binned.put(rows, n);
    return binned;
  }

  @Override
  public void score(float[] rows, int n, double[] out) {
    Checks.requireRoom(trees, rows, n, out.length, trees.width());
    var binned = binned(rows, n);
    score(binned, out);
    idle.offer(binned);
  }

  /// Writes the sums of rows that were put into bins of this scorer.
  ///
  /// @param out row-major `[size, width]` or longer; the first are overwritten
  /// @throws IllegalArgumentException if the bins are those of another scorer
  public void score(BinnedRows rows, double[] out) {
    requireOwn(rows);
    Checks.fillBase(trees, rows.size(), out);
    var finder = new LeafFinder(trees.depth(), column, limit);
    var sums = new double[width == 1 ? 0 : BinnedRows.GROUP * width];
    for (int first = 0; first < rows.size(); first += BinnedRows.GROUP) {
      int n = Math.min(BinnedRows.GROUP, rows.size() - first);
      if (width == 1) {
        addOne(finder, rows, first, n, out);
      } else {
        addMany(finder, rows, first, n, sums);
        copy(sums, out, first, n);
      }
    }
  }

  private void requireOwn(BinnedRows rows) {
    if (rows.binning() != binning) {
      throw new IllegalArgumentException("these rows were put into the bins of another scorer");
    }
  }

  private void addOne(LeafFinder finder, BinnedRows rows, int first, int n, double[] out) {
    for (int tree = 0; tree < trees.size(); tree++) {
      addOne(
          tree << trees.depth(), finder.find(rows.bins(), rows.group(first), tree), out, first, n);
    }
  }

  private void addOne(int from, byte[] leaves, double[] out, int first, int n) {
    for (int row = 0; row < n; row++) {
      out[first + row] += leaf[from + (leaves[row] & 0xff)];
    }
  }

  private void addMany(LeafFinder finder, BinnedRows rows, int first, int n, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = i % width < trees.width() ? trees.base(i % width) : 0;
    }
    for (int tree = 0; tree < trees.size(); tree++) {
      addMany(tree << trees.depth(), finder.find(rows.bins(), rows.group(first), tree), sums, n);
    }
  }

  private void addMany(int from, byte[] leaves, double[] sums, int n) {
    for (int row = 0; row < n; row++) {
      int at = (from + (leaves[row] & 0xff)) * width;
      for (int sum = 0; sum < width; sum += DOUBLES.length()) {
        DoubleVector.fromArray(DOUBLES, sums, row * width + sum)
            .add(DoubleVector.fromArray(DOUBLES, leaf, at + sum))
            .intoArray(sums, row * width + sum);
      }
    }
  }

  private void copy(double[] sums, double[] out, int first, int n) {
    for (int row = 0; row < n; row++) {
      System.arraycopy(sums, row * width, out, (first + row) * trees.width(), trees.width());
    }
  }

  @Override
  public void leaves(float[] rows, int n, int[] out) {
    Checks.requireRoom(trees, rows, n, out.length, trees.size());
    var binned = binned(rows, n);
    var finder = new LeafFinder(trees.depth(), column, limit);
    for (int first = 0; first < n; first += BinnedRows.GROUP) {
      for (int tree = 0; tree < trees.size(); tree++) {
        var leaves = finder.find(binned.bins(), binned.group(first), tree);
        for (int row = first; row < Math.min(n, first + BinnedRows.GROUP); row++) {
          out[row * trees.size() + tree] = leaves[row - first] & 0xff;
        }
      }
    }
    idle.offer(binned);
  }
}
