package dev.roost.model.train;

import dev.roost.model.score.TreeEnsemble;
import dev.roost.model.score.TreeNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import smile.classification.RandomForest;
import smile.data.Tuple;
import smile.data.type.StructType;
import smile.model.cart.DecisionNode;
import smile.model.cart.InternalNode;
import smile.model.cart.LeafNode;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;
import smile.regression.GradientTreeBoost;
import smile.regression.RegressionTree;

/// Turns Smile's ensembles into [TreeEnsemble]s of the same predictions, for features that are
/// floats.
final class SmileTrees {

  private SmileTrees() {}

  /// Returns an ensemble of the log-odds of class 1.
  ///
  /// Smile's probability is `1 / (1 + e^(-2F))` with `F = b + shrinkage * sum of leaves`, so leaves
  /// and base are doubled here.
  ///
  /// @param boost of two classes, 0 and 1
  /// @param positiveShare of the examples that the model was fitted on, in `(0, 1)`
  static TreeEnsemble logOdds(
      smile.classification.GradientTreeBoost boost, double shrinkage, double positiveShare) {
    if (boost.trees().length != 1) {
      throw new IllegalArgumentException("there must be 2 classes: " + boost.trees().length);
    }
    double base = StrictMath.log(positiveShare / (1 - positiveShare)); // 2b
    return regression(boost.schema(), base, boost.trees()[0], 2 * shrinkage);
  }

  /// Returns one tree of such a boosting.
  ///
  /// @param columns the feature of each of the columns that the tree knows
  static TreeNode logOdds(RegressionTree tree, double shrinkage, int[] columns) {
    return node(
        tree.root(),
        leaf -> 2 * shrinkage * ((RegressionNode) leaf).output(),
        tree.schema(),
        columns);
  }

  /// Returns an ensemble of the probability of class 1: the mean of the trees' own, which Smile
  /// smooths in each leaf (Laplace) and weighs by the accuracy of a tree outside its sample.
  ///
  /// @param forest of two classes, 0 and 1
  static TreeEnsemble probability(RandomForest forest) {
    double weights = Arrays.stream(forest.models()).mapToDouble(RandomForest.Model::weight).sum();
    var trees =
        Arrays.stream(forest.models())
            .map(
                model ->
                    node(
                        model.tree().root(),
                        leaf -> probability(leaf) * model.weight() / weights,
                        model.tree().schema()))
            .toList();
    return ensemble(forest.schema(), 0, trees);
  }

  private static double probability(LeafNode leaf) {
    var posteriori = new double[((DecisionNode) leaf).count().length];
    if (posteriori.length != 2) {
      throw new IllegalArgumentException("there must be 2 classes: " + posteriori.length);
    }
    return ((DecisionNode) leaf).posteriori(posteriori)[1];
  }

  /// Returns an ensemble of the predicted value. Smile keeps its base for itself, so one prediction
  /// tells it.
  static TreeEnsemble value(GradientTreeBoost boost, double shrinkage) {
    var zero = Tuple.of(boost.schema(), new double[boost.schema().length()]);
    double sum = 0;
    for (var tree : boost.trees()) {
      sum += shrinkage * tree.predict(zero);
    }
    return regression(boost.schema(), boost.predict(zero) - sum, boost.trees(), shrinkage);
  }

  /// Returns an ensemble of the predicted value, the mean of the trees' own.
  static TreeEnsemble value(smile.regression.RandomForest forest) {
    return regression(forest.schema(), 0, forest.trees(), 1.0 / forest.trees().length);
  }

  private static TreeEnsemble regression(
      StructType schema, double base, RegressionTree[] trees, double scale) {
    return ensemble(
        schema,
        base,
        Arrays.stream(trees)
            .map(
                tree ->
                    node(
                        tree.root(),
                        leaf -> scale * ((RegressionNode) leaf).output(),
                        tree.schema()))
            .toList());
  }

  private static TreeEnsemble ensemble(StructType schema, double base, List<TreeNode> trees) {
    return TreeEnsemble.of(schema.length(), new double[] {base}, trees);
  }

  private static TreeNode node(Node node, ToDoubleFunction<LeafNode> value, StructType schema) {
    return node(node, value, schema, IntStream.range(0, schema.length()).toArray());
  }

  private static TreeNode node(
      Node node, ToDoubleFunction<LeafNode> value, StructType schema, int[] columns) {
    return switch (node) {
      case LeafNode leaf -> new TreeNode.Leaf(value.applyAsDouble(leaf));
      case InternalNode split ->
          new TreeNode.Split(
              columns[split.feature()],
              SplitValue.atMost(split, schema),
              node(split.trueChild(), value, schema, columns),
              node(split.falseChild(), value, schema, columns));
      default -> throw new IllegalArgumentException("neither a leaf nor a split: " + node);
    };
  }
}
