package dev.roost.model.rank;

import static java.util.Objects.requireNonNull;

import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import java.util.Optional;

/// All that ranking needs: trees, their calibration and the space of tastes. Immutable.
///
/// @param version name of the model, unique among those installed
/// @param schemaHash of the rows it scores
public record RankingModel(
    String version,
    String schemaHash,
    FlatTrees trees,
    PlattScaling calibration,
    TokenEmbedding embedding,
    Provenance provenance) {

  public RankingModel {
    requireNonNull(version);
    requireNonNull(schemaHash);
    requireNonNull(trees);
    requireNonNull(calibration);
    requireNonNull(embedding);
    requireNonNull(provenance);
  }

  /// Returns why the model cannot serve rows of a schema, or empty if it can.
  public Optional<String> check(FeatureSchema schema) {
    if (!schemaHash.equals(schema.hash())) {
      return Optional.of("model wants schema " + schemaHash + ", rows are of " + schema.hash());
    }
    if (trees.features() != schema.size()) {
      return Optional.of("model wants " + trees.features() + " columns, not " + schema.size());
    }
    return embedding.isFinite()
        ? Optional.empty()
        : Optional.of("the embedding holds a number that is not finite");
  }

  /// Writes the calibrated probabilities of rows.
  ///
  /// @param rows row-major `[n, features]`, all finite
  /// @param out shape `[n]` or longer; the first n are overwritten, each in `[0, 1]`
  public void score(float[] rows, int n, double[] out) {
    trees.logOdds(rows, n, out);
    for (int i = 0; i < n; i++) {
      out[i] = calibration.probability(out[i]);
    }
  }
}
