package dev.roost.model.train;

import dev.roost.model.score.TreeEnsemble;
import java.util.Arrays;
import java.util.stream.IntStream;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.data.vector.IntVector;
import smile.model.cart.InternalNode;
import smile.model.cart.Node;

/// Boosted trees of two classes as Smile itself evaluates them, beside their compiled form: what
/// compiled scorers are compared with.
public final class SmileBoost {

  private static final String LABEL = "positive";
  private static final int LEAF_ROWS = 5;
  private static final double SHRINKAGE = 0.1;

  private final GradientTreeBoost boost;
  private final TreeEnsemble trees;

  private SmileBoost(GradientTreeBoost boost, TreeEnsemble trees) {
    this.boost = boost;
    this.trees = trees;
  }

  /// Fits trees to rows without sampling them.
  ///
  /// @param rows shape `[n][features]`, finite
  /// @param positive shape `[n]`, 0 or 1, both present
  /// @param depth most splits on a way to a leaf
  public static SmileBoost fit(float[][] rows, int[] positive, int trees, int depth) {
    var names = IntStream.range(0, rows[0].length).mapToObj(i -> "x" + i).toArray(String[]::new);
    var frame = DataFrame.of(rows, names).add(new IntVector(LABEL, positive));
    var options =
        new GradientTreeBoost.Options(
            trees, depth + 1, 1 << depth, LEAF_ROWS, SHRINKAGE, 1, null, null);
    var boost = GradientTreeBoost.fit(Formula.lhs(LABEL), frame, options);
    double share = Arrays.stream(positive).average().orElseThrow();
    return new SmileBoost(boost, SmileTrees.logOdds(boost, SHRINKAGE, share));
  }

  /// Returns the compiled form, whose sums are log-odds.
  public TreeEnsemble trees() {
    return trees;
  }

  /// Returns the leaves of all trees.
  public int leaves() {
    return Arrays.stream(boost.trees()[0]).mapToInt(tree -> leaves(tree.root())).sum();
  }

  private static int leaves(Node node) {
    return node instanceof InternalNode split
        ? leaves(split.trueChild()) + leaves(split.falseChild())
        : 1;
  }

  /// Returns rows in Smile's own form.
  ///
  /// @param rows shape `[n][features]`
  public Batch batch(float[][] rows) {
    return new Batch(boost, rows);
  }

  /// Rows in Smile's own form, ready to be evaluated.
  public static final class Batch {

    private final GradientTreeBoost boost;
    private final Tuple[] rows;
    private final double[] posteriori = new double[2];

    private Batch(GradientTreeBoost boost, float[][] rows) {
      this.boost = boost;
      this.rows = Arrays.stream(rows).map(row -> tuple(boost.schema(), row)).toArray(Tuple[]::new);
    }

    private static Tuple tuple(StructType schema, float[] row) {
      var values = new double[row.length];
      Arrays.setAll(values, i -> row[i]);
      return Tuple.of(schema, values);
    }

    /// Writes Smile's probability of class 1 of each row.
    public void predict(double[] out) {
      for (int i = 0; i < rows.length; i++) {
        boost.predict(rows[i], posteriori);
        out[i] = posteriori[1];
      }
    }
  }
}
