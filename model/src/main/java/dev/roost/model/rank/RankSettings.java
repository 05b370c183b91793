package dev.roost.model.rank;

import static java.util.Objects.requireNonNull;

import dev.roost.model.retrieve.RetrievalSettings;
import dev.roost.model.score.ScorerChoice;

/// How candidates are found and a feed is made of them.
///
/// @param retrieval how many candidates each source finds
/// @param scored most candidates that a model scores, the best by its light ranker; at least 1
/// @param scorer how models are evaluated
/// @param value by which candidates are ordered
/// @param epsilon share of feeds in which one place is given to exploration, in `[0, 1]`
/// @param diversity how much of one kind is shown
/// @param seen what is not shown again
public record RankSettings(
    RetrievalSettings retrieval,
    int scored,
    ScorerChoice scorer,
    ValueFunction value,
    double epsilon,
    DiversitySettings diversity,
    SeenSettings seen) {

  public RankSettings {
    requireNonNull(retrieval);
    requireNonNull(scorer);
    requireNonNull(value);
    requireNonNull(diversity);
    requireNonNull(seen);
    if (scored < 1) {
      throw new IllegalArgumentException("scored must be at least 1: " + scored);
    }
    if (!(epsilon >= 0 && epsilon <= 1)) {
      throw new IllegalArgumentException("epsilon must be from 0 to 1: " + epsilon);
    }
  }

  /// Returns settings for a feed of some twenty items.
  public static RankSettings usual() {
    return new RankSettings(
        RetrievalSettings.usual(),
        200,
        ScorerChoice.named("auto"),
        ValueFunction.positives(),
        0.1,
        DiversitySettings.usual(),
        SeenSettings.usual());
  }
}
