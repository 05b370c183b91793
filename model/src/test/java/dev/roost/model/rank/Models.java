package dev.roost.model.rank;

import dev.roost.model.Gen;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.rank.FlatTrees.Leaf;
import dev.roost.model.rank.FlatTrees.Split;
import java.time.Instant;
import java.util.ArrayList;

/// Models for tests of ranking.
final class Models {

  private Models() {}

  /// Returns a model of random stumps over all features.
  static RankingModel random(Gen gen) {
    int features = FeatureSchema.standard().size();
    var trees = new ArrayList<FlatTrees.Node>();
    for (int feature = 0; feature < features; feature++) {
      float atMost = (float) gen.between(0, 5);
      trees.add(
          new Split(feature, atMost, new Leaf(gen.between(-1, 1)), new Leaf(gen.between(-1, 1))));
    }
    return of(FlatTrees.of(features, -2, trees));
  }

  static RankingModel of(FlatTrees trees) {
    return new RankingModel(
        "m1",
        FeatureSchema.standard().hash(),
        trees,
        new PlattScaling(0.9, 0.1),
        TokenEmbedding.empty("e1", 4),
        new Provenance(Instant.EPOCH, Instant.EPOCH, 9, 3, "hash", "options", 7, "here"));
  }
}
