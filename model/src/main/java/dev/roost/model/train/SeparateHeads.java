package dev.roost.model.train;

import dev.roost.model.rank.Formula;
import dev.roost.model.rank.Head;
import dev.roost.model.score.TreeEnsemble;
import dev.roost.model.score.TreeNode;
import java.util.ArrayList;
import java.util.List;

/// An ensemble of trees for each [Head], laid out as one whose trees add to one head each.
final class SeparateHeads {

  private static final int LEAST_EVENTS = 30; // below which a head is its mean

  /// Fits the trees of one head.
  private interface Fit {
    TreeEnsemble of(float[][] rows, int[] labels, TrainSettings settings, Steps steps);
  }

  private final Fold fold;
  private final TrainSettings settings;
  private final Steps steps;
  private final double[] base = new double[Head.COUNT];
  private final List<TreeNode> trees = new ArrayList<>();

  private SeparateHeads(Fold fold, TrainSettings settings, Steps steps) {
    this.fold = fold;
    this.settings = settings;
    this.steps = steps;
  }

  /// Returns boosted trees of log-odds.
  static Formula boosted(Fold fold, TrainSettings settings, Steps steps) {
    var heads = new SeparateHeads(fold, settings, steps);
    heads.fit(Boosting::logOdds, true);
    heads.add(Head.DWELL, Boosting.value(fold.rows(), fold.dwell(), settings, steps));
    return new Formula.OfTrees(heads.together());
  }

  /// Returns random forests of probabilities.
  static Formula forests(Fold fold, TrainSettings settings, Steps steps) {
    var heads = new SeparateHeads(fold, settings, steps);
    heads.fit(Forests::probability, false);
    heads.add(Head.DWELL, Forests.value(fold.rows(), fold.dwell(), settings, steps));
    return new Formula.OfForest(heads.together());
  }

  private void fit(Fit fit, boolean asLogOdds) {
    var rows = fold.rows();
    for (var head : Head.values()) {
      if (!head.isProbability()) {
        continue;
      }
      if (fold.count(head) < LEAST_EVENTS) {
        double mean = (fold.count(head) + 0.5) / (fold.size() + 1.0);
        base[head.ordinal()] = asLogOdds ? StrictMath.log(mean / (1 - mean)) : mean;
        steps.did(settings.trees());
      } else {
        add(head, fit.of(rows, fold.labels(head), settings, steps));
      }
    }
  }

  private void add(Head head, TreeEnsemble one) {
    base[head.ordinal()] = one.base(0);
    for (int tree = 0; tree < one.size(); tree++) {
      trees.add(node(one, tree << one.depth(), 1, 0, head));
    }
  }

  /// Returns a node of a flat tree, and all below it, without what was padded.
  private static TreeNode node(TreeEnsemble one, int from, int at, int level, Head head) {
    if (level == one.depth()) {
      var values = new double[Head.COUNT];
      values[head.ordinal()] = one.leaf(from + at - (1 << level), 0);
      return new TreeNode.Leaf(values);
    }
    float atMost = one.threshold(from + at);
    var left = node(one, from, 2 * at, level + 1, head);
    return atMost == Float.POSITIVE_INFINITY
        ? left
        : new TreeNode.Split(
            one.feature(from + at), atMost, left, node(one, from, 2 * at + 1, level + 1, head));
  }

  private TreeEnsemble together() {
    return TreeEnsemble.of(Fold.SCHEMA.size(), base, trees);
  }
}
