package dev.roost.model.train;

import dev.roost.model.score.TreeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.math.MathEx;
import smile.model.cart.CART;
import smile.model.cart.Loss;
import smile.regression.RegressionTree;

/// Some of the examples of one boosting, in the form from which Smile grows trees, with what the
/// trees so far say of them.
final class BoostingDeck {

  private static final StructField RESIDUAL = new StructField("residual", DataTypes.DoubleType);

  private final float[][] rows; // shape [n][columns]
  private final DataFrame frame;
  private final int[][] order; // by column, rows in the order of its values
  private final int[] labels;
  private final int[] count = new int[2]; // of each label
  private final Loss loss;
  private final double[] said; // of each row, half the log-odds; read by the loss
  private final int[] permutation;
  private final int[] sampled; // 1 or 0
  private final int[] columns; // those that the next tree may use come first
  private final int triedColumns;
  private final TrainSettings settings;

  private BoostingDeck(
      VaryingColumns all, int[] of, int[] labels, double base, TrainSettings settings) {
    rows = all.rows(of);
    frame = all.frame(rows);
    this.labels = labels;
    this.settings = settings;
    order = CART.order(frame);
    loss = Loss.logistic(labels);
    said = loss.residual();
    Arrays.fill(said, base);
    permutation = IntStream.range(0, labels.length).toArray();
    sampled = new int[labels.length];
    columns = IntStream.range(0, frame.ncol()).toArray();
    triedColumns = Math.max(1, (int) Math.round(settings.columnShare() * frame.ncol()));
    for (int label : labels) {
      count[label]++;
    }
  }

  /// Deals examples one by one, so that each deck holds some of all times.
  ///
  /// @param labels shape `[n]`, 0 or 1
  /// @param base what is said of each example before there is a tree
  static List<BoostingDeck> deal(
      VaryingColumns columns, int[] labels, double base, TrainSettings settings) {
    int count = Math.max(1, Math.round((float) labels.length / settings.deckRows()));
    var decks = new ArrayList<BoostingDeck>();
    for (int first = 0; first < count; first++) {
      int[] rows = IntStream.iterate(first, i -> i < labels.length, i -> i + count).toArray();
      int[] own = IntStream.of(rows).map(i -> labels[i]).toArray();
      decks.add(new BoostingDeck(columns, rows, own, base, settings));
    }
    return decks;
  }

  /// Returns the next tree, grown from a sample of this deck, as Smile's own boosting draws it, and
  /// from some of the columns.
  TreeNode grow() {
    sample();
    if (triedColumns < columns.length) {
      MathEx.permutate(columns);
    }
    int[] tried = IntStream.of(columns).limit(triedColumns).sorted().toArray();
    var tree =
        new RegressionTree(
            frame.select(tried),
            loss,
            RESIDUAL,
            settings.maxDepth(),
            settings.maxLeaves(),
            settings.leafRows(),
            tried.length,
            sampled,
            IntStream.of(tried).mapToObj(column -> order[column]).toArray(int[][]::new));
    return SmileTrees.logOdds(tree, settings.shrinkage(), tried);
  }

  private void sample() {
    Arrays.fill(sampled, 0);
    MathEx.permutate(permutation);
    for (int label = 0; label < count.length; label++) {
      long left = Math.round(count[label] * settings.subsample());
      for (int i = 0; i < permutation.length && left > 0; i++) {
        if (labels[permutation[i]] == label) {
          sampled[permutation[i]] = 1;
          left--;
        }
      }
    }
  }

  /// Adds what a tree says of each example. O(n) for all n of this deck.
  void add(TreeNode tree) {
    for (int i = 0; i < said.length; i++) {
      said[i] += leaf(tree, rows[i]).value() / 2;
    }
  }

  private static TreeNode.Leaf leaf(TreeNode tree, float[] row) {
    var at = tree;
    while (at instanceof TreeNode.Split split) {
      at = row[split.feature()] <= split.atMost() ? split.yes() : split.no();
    }
    return (TreeNode.Leaf) at;
  }
}
