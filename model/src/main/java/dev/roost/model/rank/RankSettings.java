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
/// @param diversity how much of one kind is shown
/// @param seen what is not shown again
/// @param explore what is shown to learn from it
/// @param sponsored which places may be sponsored
public record RankSettings(
    RetrievalSettings retrieval,
    int scored,
    ScorerChoice scorer,
    ValueFunction value,
    DiversitySettings diversity,
    SeenSettings seen,
    ExploreSettings explore,
    SponsoredSettings sponsored) {

  public RankSettings {
    requireNonNull(retrieval);
    requireNonNull(scorer);
    requireNonNull(value);
    requireNonNull(diversity);
    requireNonNull(seen);
    requireNonNull(explore);
    requireNonNull(sponsored);
    if (scored < 1) {
      throw new IllegalArgumentException("scored must be at least 1: " + scored);
    }
  }

  /// Returns settings for a feed of some twenty items.
  public static RankSettings usual() {
    return new RankSettings(
        RetrievalSettings.usual(),
        200,
        ScorerChoice.named("auto"),
        ValueFunction.positives(),
        DiversitySettings.usual(),
        SeenSettings.usual(),
        ExploreSettings.usual(),
        SponsoredSettings.none());
  }
}
