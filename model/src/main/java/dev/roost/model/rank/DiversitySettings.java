package dev.roost.model.rank;

import java.time.Duration;

/// How much of one kind a reader is shown, on one page and over several.
///
/// @param writerCap most items of one writer on a page; at least 1
/// @param topicFade by which a score is multiplied per item of its topic above it, in `(0, 1]`
/// @param writerFade by which a score is multiplied per item of its writer above it, in `(0, 1]`
/// @param shownTopicFade by which a score is multiplied per item of its topic that the reader was
///     just shown, in `(0, 1]`; an older impression counts less
/// @param shownWriterFade the same per item of its writer, in `(0, 1]`
/// @param shownHalfLife age at which an impression counts half; positive
public record DiversitySettings(
    int writerCap,
    double topicFade,
    double writerFade,
    double shownTopicFade,
    double shownWriterFade,
    Duration shownHalfLife) {

  public DiversitySettings {
    if (writerCap < 1) {
      throw new IllegalArgumentException("writer-cap must be at least 1: " + writerCap);
    }
    fade(topicFade, "topic-fade");
    fade(writerFade, "writer-fade");
    fade(shownTopicFade, "shown-topic-fade");
    fade(shownWriterFade, "shown-writer-fade");
    if (!shownHalfLife.isPositive()) {
      throw new IllegalArgumentException("shown-half-life must be positive: " + shownHalfLife);
    }
  }

  private static void fade(double value, String name) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be above 0, at most 1: " + value);
    }
  }

  /// Returns settings for feeds of some twenty items.
  public static DiversitySettings usual() {
    return new DiversitySettings(3, 0.92, 0.8, 0.99, 0.95, Duration.ofHours(6));
  }

  /// Returns whether what was shown before matters.
  boolean remembers() {
    return shownTopicFade < 1 || shownWriterFade < 1;
  }
}
