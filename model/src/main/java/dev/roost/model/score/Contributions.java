package dev.roost.model.score;

/// How much each feature of a row adds to its sums, compared with a reference row: exact Shapley
/// values, so that they add up to the difference of the sums of both.
///
/// A coalition of features takes its values from the row, all others from the reference. Of a tree
/// only leaves count that a mixture of both rows can reach; each of them is reached by coalitions
/// that hold some features and lack some others, whose shares are known in closed form. O(leaves ·
/// depth) a tree. Keeps what it needs meanwhile, so each thread has one of its own.
///
/// Source: interventional tree SHAP of Lundberg et al., [From local explanations to global
/// understanding with explainable AI for trees](https://doi.org/10.1038/s42256-019-0138-9), Nature
/// Machine Intelligence 2, 2020, with a single reference row instead of a mean over many.
public final class Contributions {

  private static final byte BOTH = 0; // or not asked yet
  private static final byte ROW = 1; // the way needs the row's value
  private static final byte REFERENCE = 2; // the way needs the reference's value
  private static final double[] FACTORIAL = factorials();

  private final TreeEnsemble trees;
  private final byte[] needs; // by feature, on the way to the node at hand
  private final int[] ofRow = new int[TreeEnsemble.MAX_DEPTH]; // features that need the row
  private final int[] ofReference = new int[TreeEnsemble.MAX_DEPTH];
  private int rows; // how many of each
  private int references;
  private float[] row = {};
  private float[] reference = {};
  private double[] out = {};

  /// Returns what explains rows by an ensemble.
  public Contributions(TreeEnsemble trees) {
    this.trees = trees;
    needs = new byte[trees.features()];
  }

  private static double[] factorials() {
    var factorials = new double[TreeEnsemble.MAX_DEPTH + 1];
    factorials[0] = 1;
    for (int i = 1; i < factorials.length; i++) {
      factorials[i] = i * factorials[i - 1];
    }
    return factorials;
  }

  /// Adds the contributions of a row's features to each sum.
  ///
  /// @param row shape `[features]`, finite
  /// @param reference shape `[features]`, finite
  /// @param out shape `[features, width]`, row-major; added to
  /// @throws IllegalArgumentException if an array has another shape
  public void add(float[] row, float[] reference, double[] out) {
    int features = trees.features();
    if (row.length != features
        || reference.length != features
        || out.length != features * trees.width()) {
      throw new IllegalArgumentException(
          "%d features and %d sums want other arrays: %d, %d, %d"
              .formatted(features, trees.width(), row.length, reference.length, out.length));
    }
    this.row = row;
    this.reference = reference;
    this.out = out;
    for (int tree = 0; tree < trees.size(); tree++) {
      visit(tree << trees.depth(), 1, 0);
    }
  }

  private void visit(int from, int at, int level) {
    if (level == trees.depth()) {
      share(from + at - (1 << level));
      return;
    }
    int feature = trees.feature(from + at);
    float atMost = trees.threshold(from + at);
    boolean rowLeft = row[feature] <= atMost;
    boolean referenceLeft = reference[feature] <= atMost;
    enter(from, 2 * at, level + 1, feature, rowLeft, referenceLeft);
    enter(from, 2 * at + 1, level + 1, feature, !rowLeft, !referenceLeft);
  }

  private void enter(
      int from, int at, int level, int feature, boolean rowPasses, boolean referencePasses) {
    if (rowPasses && referencePasses) {
      visit(from, at, level);
    } else if (rowPasses && needs[feature] != REFERENCE) {
      boolean isFirst = needs[feature] == BOTH;
      if (isFirst) {
        needs[feature] = ROW;
        ofRow[rows++] = feature;
      }
      visit(from, at, level);
      if (isFirst) {
        rows--;
        needs[feature] = BOTH;
      }
    } else if (referencePasses && needs[feature] != ROW) {
      boolean isFirst = needs[feature] == BOTH;
      if (isFirst) {
        needs[feature] = REFERENCE;
        ofReference[references++] = feature;
      }
      visit(from, at, level);
      if (isFirst) {
        references--;
        needs[feature] = BOTH;
      }
    }
  }

  /// Shares out a leaf that is reached by exactly the coalitions which hold all features that need
  /// the row and none that needs the reference.
  private void share(int leaf) {
    double all = FACTORIAL[rows + references];
    for (int i = 0; i < rows; i++) {
      add(ofRow[i], leaf, FACTORIAL[rows - 1] * FACTORIAL[references] / all);
    }
    for (int i = 0; i < references; i++) {
      add(ofReference[i], leaf, -FACTORIAL[rows] * FACTORIAL[references - 1] / all);
    }
  }

  private void add(int feature, int leaf, double weight) {
    for (int sum = 0; sum < trees.width(); sum++) {
      out[feature * trees.width() + sum] += weight * trees.leaf(leaf, sum);
    }
  }
}
