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
/// @param writerCap most items of one writer on a page; at least 1
/// @param topicFade by which a score is multiplied per item of its topic above it, in `(0, 1]`
/// @param writerFade by which a score is multiplied per item of its writer above it, in `(0, 1]`
public record RankSettings(
    RetrievalSettings retrieval,
    int scored,
    ScorerChoice scorer,
    ValueFunction value,
    double epsilon,
    int writerCap,
    double topicFade,
    double writerFade) {

  public RankSettings {
    requireNonNull(retrieval);
    requireNonNull(scorer);
    requireNonNull(value);
    if (scored < 1) {
      throw new IllegalArgumentException("scored must be at least 1: " + scored);
    }
    if (writerCap < 1) {
      throw new IllegalArgumentException("writer-cap must be at least 1: " + writerCap);
    }
    if (!(epsilon >= 0 && epsilon <= 1)) {
      throw new IllegalArgumentException("epsilon must be from 0 to 1: " + epsilon);
    }
    fade(topicFade, "topic-fade");
    fade(writerFade, "writer-fade");
  }

  private static void fade(double value, String name) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be above 0, at most 1: " + value);
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
        3,
        0.92,
        0.8);
  }
}
