package dev.roost.model.rank;

import dev.roost.model.Gen;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feature.RequestFeatures;
import dev.roost.model.score.TreeEnsemble;
import dev.roost.model.score.TreeNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Models for tests of ranking.
final class Models {

  private static final int FEATURES = FeatureSchema.standard().size();

  private Models() {}

  /// Returns a model of random stumps over all features.
  static RankingModel random(Gen gen) {
    return of(new Formula.OfTrees(stumps(gen)));
  }

  /// Returns random stumps over all features.
  static TreeEnsemble stumps(Gen gen) {
    var trees = new ArrayList<TreeNode>();
    for (int feature = 0; feature < FEATURES; feature++) {
      float atMost = (float) gen.between(0, 5);
      trees.add(new TreeNode.Split(feature, atMost, leaf(gen), leaf(gen)));
    }
    return TreeEnsemble.of(FEATURES, base(-2), trees);
  }

  private static TreeNode.Leaf leaf(Gen gen) {
    return new TreeNode.Leaf(
        IntStream.range(0, Head.COUNT).mapToDouble(_ -> gen.between(0, 0.1)).toArray());
  }

  /// Returns random weights of all features.
  static LinearSums weights(Gen gen) {
    return new LinearSums(
        FEATURES,
        base(-2),
        IntStream.range(0, Head.COUNT * FEATURES)
            .mapToDouble(_ -> gen.between(-0.1, 0.1))
            .toArray());
  }

  /// Returns a model for which no feature matters.
  static RankingModel flat(double logOdds) {
    return of(new Formula.OfTrees(TreeEnsemble.of(FEATURES, base(logOdds), List.of())));
  }

  private static double[] base(double logOdds) {
    var base = new double[Head.COUNT];
    Arrays.fill(base, logOdds);
    return base;
  }

  static RankingModel of(Formula formula) {
    var light = new double[RequestFeatures.LIGHT];
    light[0] = -0.25;
    return new RankingModel(
        "m1",
        FeatureSchema.standard().hash(),
        formula,
        Collections.nCopies(RankingModel.CALIBRATED, new PlattScaling(0.9, 0.1)),
        new LightRanker(light),
        TokenEmbedding.empty("e1", 4),
        new Provenance(Instant.EPOCH, Instant.EPOCH, 9, 3, "hash", "options", 7, "here"));
  }
}
