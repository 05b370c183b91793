package dev.roost.model.train;

import dev.roost.model.rank.Formula;
import dev.roost.model.rank.Head;
import dev.roost.model.score.PortableScorer;
import dev.roost.model.score.TreeEnsemble;
import java.util.stream.IntStream;

/// One ensemble of boosted trees whose leaves are the features of a regression for each [Head].
///
/// The trees are fitted to positive engagement, and their own sum is the first head. A logistic
/// regression gives every leaf a weight for each other kind of engagement; beside the leaves it is
/// given the sum of the trees, so that a kind of which there is little follows the trees. All of it
/// folds back into the leaves, so that a row costs one walk through the trees.
///
/// Source: He et al., [Practical lessons from predicting clicks on ads at
/// Facebook](https://doi.org/10.1145/2648584.2648589), ADKDD 2014. Differs in sharing the trees
/// among several heads, in the sum as a feature, and in leaving the first head to the trees.
final class LeafHeads {

  private static final int LEAST_EVENTS = 30; // below which a kind follows the trees alone

  private final Fold fold;
  private final TrainSettings settings;
  private final TreeEnsemble trees; // of positive engagement
  private final LeafMatrix leaves;
  private final double[] base = new double[Head.COUNT];
  private final double[] leaf; // [trees << depth, Head.COUNT]

  private LeafHeads(Fold fold, TrainSettings settings, TreeEnsemble trees) {
    this.fold = fold;
    this.settings = settings;
    this.trees = trees;
    var found = new int[fold.size() * trees.size()];
    var sums = new double[fold.size()];
    var scorer = new PortableScorer(trees);
    scorer.leaves(fold.flat(), fold.size(), found);
    scorer.score(fold.flat(), fold.size(), sums);
    leaves = new LeafMatrix(found, trees.size(), trees.depth(), sums);
    leaf = new double[trees.nodes() * Head.COUNT];
  }

  static Formula fit(Fold fold, TrainSettings settings, Steps steps) {
    var trees = Boosting.logOdds(fold.rows(), fold.labels(Head.POSITIVE), settings, steps);
    return new LeafHeads(fold, settings, trees).fit(steps);
  }

  /// Returns fewer trees that say what a model says of the same rows.
  ///
  /// @param sums of that model, row-major `[fold.size(), Head.COUNT]`
  static Formula imitate(Fold fold, double[] sums, TrainSettings settings, Steps steps) {
    var trees = Boosting.value(fold.rows(), column(sums, Head.POSITIVE), settings, steps);
    var heads = new LeafHeads(fold, settings, trees);
    for (var head : Head.values()) {
      steps.did(1);
      if (head == Head.POSITIVE) {
        heads.follow(head, 1, 0);
      } else {
        heads.put(
            head, LeafRegression.ridge(heads.leaves, column(sums, head), settings.leafPenalty()));
      }
    }
    return heads.together();
  }

  private static double[] column(double[] sums, Head head) {
    return IntStream.range(0, sums.length / Head.COUNT)
        .mapToDouble(row -> sums[row * Head.COUNT + head.ordinal()])
        .toArray();
  }

  private Formula fit(Steps steps) {
    for (var head : Head.values()) {
      steps.did(1);
      if (head == Head.POSITIVE) {
        follow(head, 1, 0);
      } else if (head == Head.DWELL) {
        put(head, LeafRegression.ridge(leaves, fold.dwell(), settings.leafPenalty()));
      } else if (fold.count(head) < LEAST_EVENTS) {
        follow(head, head == Head.HIDE ? 0 : 1, rarity(head));
      } else {
        put(head, LeafRegression.logistic(leaves, fold.labels(head), settings.leafPenalty()));
      }
    }
    return together();
  }

  private Formula together() {
    var feature = new int[trees.nodes()];
    var threshold = new float[trees.nodes()];
    for (int node = 0; node < feature.length; node++) {
      feature[node] = trees.feature(node);
      threshold[node] = trees.threshold(node);
    }
    return new Formula.OfTrees(
        TreeEnsemble.of(trees.features(), trees.depth(), base, feature, threshold, leaf));
  }

  /// Returns by how much the log-odds of a rare kind lie below those of any positive engagement; a
  /// hide has nothing to do with those, so its own.
  private double rarity(Head head) {
    return head == Head.HIDE ? logOdds(head) : logOdds(head) - logOdds(Head.POSITIVE);
  }

  private double logOdds(Head head) {
    double share = (fold.count(head) + 0.5) / (fold.size() + 1.0);
    return StrictMath.log(share / (1 - share));
  }

  private void follow(Head head, double slope, double offset) {
    base[head.ordinal()] = offset + slope * trees.base(0);
    for (int i = 0; i < trees.nodes(); i++) {
      leaf[i * Head.COUNT + head.ordinal()] += slope * trees.leaf(i, 0);
    }
  }

  private void put(Head head, LeafRegression.Weights weights) {
    follow(head, weights.slope(), weights.offset());
    for (int i = 0; i < trees.nodes(); i++) {
      leaf[i * Head.COUNT + head.ordinal()] += weights.of(i);
    }
  }
}
