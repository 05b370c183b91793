package dev.roost.model.train;

import dev.roost.model.rank.FlatTrees;
import java.util.ArrayList;
import java.util.Arrays;
import smile.classification.GradientTreeBoost;
import smile.data.Tuple;
import smile.data.type.StructType;
import smile.model.cart.InternalNode;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;

/// Turns Smile's gradient boosted trees into [FlatTrees] of the same probability.
///
/// Smile's probability is `1 / (1 + e^(-2F))` with `F = b + shrinkage * sum of leaves`, so leaves
/// and base are doubled here. Split values are not public; the largest float that still takes the
/// true branch is found by bisection, which is exact for features that are floats.
final class TreeCompiler {

  private TreeCompiler() {}

  /// @param positiveShare of the examples that the model was fitted on, in `(0, 1)`
  static FlatTrees compile(GradientTreeBoost boost, double shrinkage, double positiveShare) {
    double base = StrictMath.log(positiveShare / (1 - positiveShare)); // 2b
    var schema = boost.schema();
    var trees = new ArrayList<FlatTrees.Node>();
    for (var tree : boost.trees()[0]) {
      trees.add(node(tree.root(), 2 * shrinkage, schema));
    }
    return FlatTrees.of(schema.length(), base, trees);
  }

  private static FlatTrees.Node node(Node node, double scale, StructType schema) {
    return switch (node) {
      case RegressionNode leaf -> new FlatTrees.Leaf(scale * leaf.output());
      case InternalNode split ->
          new FlatTrees.Split(
              split.feature(),
              atMost(split, schema),
              node(split.trueChild(), scale, schema),
              node(split.falseChild(), scale, schema));
      default -> throw new IllegalArgumentException("not a node of boosted trees: " + node);
    };
  }

  private static float atMost(InternalNode split, StructType schema) {
    var probe = new Probe(schema);
    long low = ordinal(Float.NEGATIVE_INFINITY);
    long high = ordinal(Float.POSITIVE_INFINITY);
    while (low < high) {
      long middle = high - (high - low) / 2;
      probe.value = value(middle);
      if (split.branch(probe)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return value(low);
  }

  /// Numbers floats in their order.
  private static long ordinal(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits >= 0 ? bits : Integer.MIN_VALUE - (long) bits - 1;
  }

  private static float value(long ordinal) {
    return Float.intBitsToFloat((int) (ordinal >= 0 ? ordinal : Integer.MIN_VALUE - ordinal - 1));
  }

  /// A row that has the same value in every column.
  private static final class Probe implements Tuple {

    private static final long serialVersionUID = 1;

    private final StructType schema;
    private float value;

    Probe(StructType schema) {
      this.schema = schema;
    }

    @Override
    public StructType schema() {
      return schema;
    }

    @Override
    public Object get(int column) {
      return value;
    }

    @Override
    public double getDouble(int column) {
      return value;
    }

    @Override
    public double[] toArray(String... columns) {
      var row = new double[columns.length];
      Arrays.fill(row, value);
      return row;
    }
  }
}
