package dev.roost.api.bench.feed;

import dev.roost.model.chance.Chance;
import java.time.Duration;
import java.time.Instant;

/// Who posts and who reads in twelve simulated days, the same for every strategy.
///
/// Every user posts and reads at rates of their own, independent of each other and of how many
/// follow. Four days are for estimates to settle; four are measured with the same rates; then all
/// rates are drawn anew, and four more days are measured. Time goes in stretches of equal length,
/// in each of which equally many posts come, and then equally many reads.
final class Schedule {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final int PHASES = 3;
  private static final Duration PHASE = Duration.ofDays(4);
  private static final int MOST_POSTS = 256; // of a stretch, where posts are as many as reads
  private static final int LEAST_POSTS = 64;

  private final int postsPerStretch;
  private final int readsPerStretch;
  private final int stretchesPerPhase;
  private final int[] authors;
  private final int[] readers;

  private Schedule(int users, int readsPerPost, int events, long seed) {
    postsPerStretch = Math.max(LEAST_POSTS, (int) (MOST_POSTS / Math.sqrt(readsPerPost)));
    readsPerStretch = readsPerPost * postsPerStretch;
    stretchesPerPhase = Math.max(1, events / PHASES / (postsPerStretch + readsPerStretch));
    authors = draw(users, seed, "bench-feed-posts", postsPerStretch);
    readers = draw(users, seed, "bench-feed-reads", readsPerStretch);
  }

  /// Returns the schedule of a seed.
  ///
  /// @param readsPerPost on average over all users, at least 1
  /// @param events posts and reads together, about
  static Schedule draw(int users, int readsPerPost, int events, long seed) {
    return new Schedule(users, readsPerPost, events, seed);
  }

  private int[] draw(int users, long seed, String purpose, int perStretch) {
    var chance = Chance.of(seed, purpose);
    int perPhase = perStretch * stretchesPerPhase;
    int[] drawn = new int[PHASES * perPhase];
    var before = Rates.draw(users, chance, 0);
    var after = Rates.draw(users, chance, 1);
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (i < drift() * perStretch ? before : after).user(chance.uniform(i, 0, 1));
    }
    return drawn;
  }

  /// Returns how many stretches there are.
  int stretches() {
    return PHASES * stretchesPerPhase;
  }

  /// Returns the first stretch that is measured.
  int firstMeasured() {
    return stretchesPerPhase;
  }

  /// Returns the first stretch with other rates.
  int drift() {
    return (PHASES - 1) * stretchesPerPhase;
  }

  /// Returns the posts of a stretch.
  int posts() {
    return postsPerStretch;
  }

  /// Returns the reads of a stretch.
  int reads() {
    return readsPerStretch;
  }

  /// Returns who wrote the `i`-th post of a stretch.
  int author(int stretch, int i) {
    return authors[stretch * postsPerStretch + i];
  }

  /// Returns who does the `i`-th read of a stretch.
  int reader(int stretch, int i) {
    return readers[stretch * readsPerStretch + i];
  }

  /// Returns when the `i`-th post of a stretch is written.
  Instant postAt(int stretch, int i) {
    return at(stretch, i, postsPerStretch);
  }

  /// Returns when the `i`-th read of a stretch is done.
  Instant readAt(int stretch, int i) {
    return at(stretch, i, readsPerStretch);
  }

  private Instant at(int stretch, int i, int of) {
    long phaseMillis = PHASE.toMillis();
    double stretches = stretch + (double) i / of;
    return START.plusMillis((long) (phaseMillis * stretches / stretchesPerPhase));
  }
}
