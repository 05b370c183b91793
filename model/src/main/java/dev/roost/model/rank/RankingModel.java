package dev.roost.model.rank;

import static java.util.Objects.requireNonNull;

import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.score.ScorerChoice;
import java.util.List;
import java.util.Optional;

/// All that ranking needs: a formula with its calibration, a light ranker before it, and the space
/// of tastes. Immutable.
///
/// @param version name of the model, unique among those installed
/// @param schemaHash of the rows it scores
/// @param calibration of each [Head] but the last, which is no probability
/// @param light picks among many candidates those worth scoring
public record RankingModel(
    String version,
    String schemaHash,
    Formula formula,
    List<PlattScaling> calibration,
    LightRanker light,
    TokenEmbedding embedding,
    Provenance provenance) {

  /// Calibrations that a model has.
  static final int CALIBRATED = Head.COUNT - 1;

  public RankingModel {
    requireNonNull(version);
    requireNonNull(schemaHash);
    requireNonNull(formula);
    calibration = List.copyOf(calibration);
    requireNonNull(light);
    requireNonNull(embedding);
    requireNonNull(provenance);
    if (calibration.size() != CALIBRATED) {
      throw new IllegalArgumentException(
          "a model has %d calibrations, not %d".formatted(CALIBRATED, calibration.size()));
    }
  }

  /// Returns why the model cannot serve rows of a schema, or empty if it can.
  public Optional<String> check(FeatureSchema schema) {
    if (!schemaHash.equals(schema.hash())) {
      return Optional.of("model wants schema " + schemaHash + ", rows are of " + schema.hash());
    }
    if (formula.features() != schema.size()) {
      return Optional.of("model wants " + formula.features() + " columns, not " + schema.size());
    }
    return embedding.isFinite()
        ? Optional.empty()
        : Optional.of("the embedding holds a number that is not finite");
  }

  /// Returns the scorer that evaluates the model here.
  public HeadScorer compile(ScorerChoice choice) {
    return new HeadScorer(this, choice);
  }
}
