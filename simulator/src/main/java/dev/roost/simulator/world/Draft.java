package dev.roost.simulator.world;

import dev.roost.model.domain.MediaKind;

/// A post that is about to be added to the content of a world.
///
/// @param original the item that it repeats, or -1
/// @param second when it is posted, in seconds from the start
/// @param gone when it is deleted, in seconds from the start; the largest int for never
record Draft(
    long key,
    int original,
    int author,
    int second,
    int gone,
    int topic,
    MediaKind media,
    Language language,
    double quality,
    double bait,
    boolean sponsored) {

  private static final int TURNS = 128;
  private static final long AUTHORS = 1L << 24;

  /// Returns the key of what an author posts as the `turn`-th thing of a tick; unique below 128
  /// turns and 16 million authors.
  static long key(int author, int tick, int turn) {
    if (turn < 0 || turn >= TURNS || author >= AUTHORS) {
      throw new IllegalArgumentException("no key for turn %d of author %d".formatted(turn, author));
    }
    return 1 + ((tick * AUTHORS + author) * TURNS + turn);
  }
}
