package dev.roost.model.rank;

/// How candidates are found and a feed is made of them.
///
/// @param neighbours most candidates near the reader's taste; at least 0
/// @param trending most candidates that trend; at least 0
/// @param fresh most candidates that are new; at least 0
/// @param scanned newest rows among which neighbours are sought; at least 1
/// @param freshImpressions most impressions of a candidate that is still new; at least 0
/// @param epsilon share of feeds in which one place is given to exploration, in `[0, 1]`
/// @param writerCap most items of one writer on a page; at least 1
/// @param topicFade by which a score is multiplied per item of its topic above it, in `(0, 1]`
/// @param writerFade by which a score is multiplied per item of its writer above it, in `(0, 1]`
public record RankSettings(
    int neighbours,
    int trending,
    int fresh,
    int scanned,
    int freshImpressions,
    double epsilon,
    int writerCap,
    double topicFade,
    double writerFade) {

  public RankSettings {
    atLeast(0, neighbours, "neighbours");
    atLeast(0, trending, "trending");
    atLeast(0, fresh, "fresh");
    atLeast(1, scanned, "scanned");
    atLeast(0, freshImpressions, "fresh-impressions");
    atLeast(1, writerCap, "writer-cap");
    if (!(epsilon >= 0 && epsilon <= 1)) {
      throw new IllegalArgumentException("epsilon must be from 0 to 1: " + epsilon);
    }
    fade(topicFade, "topic-fade");
    fade(writerFade, "writer-fade");
  }

  private static void atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
    }
  }

  private static void fade(double value, String name) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be above 0, at most 1: " + value);
    }
  }

  /// Returns settings for a feed of some twenty items.
  public static RankSettings usual() {
    return new RankSettings(120, 80, 30, 16_384, 20, 0.1, 3, 0.92, 0.8);
  }
}
