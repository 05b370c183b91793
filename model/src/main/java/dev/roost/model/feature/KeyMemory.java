package dev.roost.model.feature;

import dev.roost.model.crowd.Rates;
import dev.roost.model.reader.ReaderHistory;

/// What a reader remembers of items by key, such as a topic: engagements and impressions. Open
/// addressing, filled once a request.
final class KeyMemory {

  /// A weight that fades by a half-life of its own, then by each of [ReaderHistory#HALF_LIVES].
  private static final int FADING = 1 + ReaderHistory.HALF_LIVES.size();

  private final long[] keys;
  private final boolean[] used;
  private final float[] weights; // [slots, FADING], of engagements
  private final long[] engagedMillis; // the newest; MIN_VALUE if there is none
  private final long[] shownMillis; // likewise
  private final int[] shown;
  private final int[] comparedEngaged;
  private final int[] comparedShown;
  private float total;

  /// Returns a memory with room for `count` keys.
  KeyMemory(int count) {
    int slots = Integer.highestOneBit(count + 1) * 4; // at most half full
    keys = new long[slots];
    used = new boolean[slots];
    weights = new float[slots * FADING];
    engagedMillis = new long[slots];
    shownMillis = new long[slots];
    shown = new int[slots];
    comparedEngaged = new int[slots];
    comparedShown = new int[slots];
  }

  /// Returns the weights of an event of that age: by a half-life of its own, then by each of
  /// [ReaderHistory#HALF_LIVES].
  static float[] fades(long ageMillis, double halfLifeMillis) {
    double age = Math.max(0, ageMillis);
    var fades = new float[FADING];
    fades[0] = (float) StrictMath.pow(2, -age / halfLifeMillis);
    for (int h = 1; h < FADING; h++) {
      double halfLife = ReaderHistory.HALF_LIVES.get(h - 1).toMillis();
      fades[h] = (float) StrictMath.pow(2, -age / halfLife);
    }
    return fades;
  }

  /// Adds a positive engagement.
  ///
  /// @param isCompared whether impressions of that time are remembered, too
  void engaged(long key, float[] fades, long atMillis, boolean isCompared) {
    int slot = claimed(key);
    engagedMillis[slot] = Math.max(engagedMillis[slot], atMillis);
    for (int i = 0; i < FADING; i++) {
      weights[slot * FADING + i] += fades[i];
    }
    comparedEngaged[slot] += isCompared ? 1 : 0;
  }

  /// Adds an impression.
  ///
  /// @param isCompared whether engagements of that time are remembered, too
  void shown(long key, long atMillis, boolean isCompared) {
    int slot = claimed(key);
    shownMillis[slot] = Math.max(shownMillis[slot], atMillis);
    shown[slot]++;
    comparedShown[slot] += isCompared ? 1 : 0;
  }

  private int claimed(long key) {
    int slot = slot(key);
    if (!used[slot]) {
      used[slot] = true;
      keys[slot] = key;
      engagedMillis[slot] = Long.MIN_VALUE;
      shownMillis[slot] = Long.MIN_VALUE;
    }
    return slot;
  }

  /// Adds the weight of an engagement with any key or with none that is known.
  void addToTotal(float weight) {
    total += weight;
  }

  /// Returns the slot of a key, to be passed to the methods below.
  int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (((key ^ (key >>> 32)) * 0x9e3779b97f4a7c15L) >>> 32) & mask;
    while (used[slot] && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// Returns whether the reader engaged with a slot's key.
  boolean isEngaged(int slot) {
    return weights[slot * FADING] > 0;
  }

  /// Returns the engagements of a slot, faded by that one of [ReaderHistory#HALF_LIVES].
  float faded(int slot, int halfLife) {
    return weights[slot * FADING + 1 + halfLife];
  }

  /// Returns the engagements of a slot over all, faded alike, in `[0, 1]`; 0 if there are none.
  float share(int slot) {
    return total > 0 ? Math.min(1, weights[slot * FADING] / total) : 0;
  }

  /// Returns the impressions of a slot.
  int shown(int slot) {
    return shown[slot];
  }

  /// Returns engagements per impression of a slot, over the time of which both are remembered,
  /// drawn to the usual rate.
  float rate(int slot, float usual) {
    return Rates.of(comparedEngaged[slot], comparedShown[slot], usual);
  }

  /// Returns hours from the newest engagement of a slot to `nowMillis`, or [Feature#NEVER].
  float hoursSinceEngaged(int slot, long nowMillis) {
    return hours(used[slot], engagedMillis[slot], nowMillis);
  }

  /// Returns hours from the newest impression of a slot to `nowMillis`, or [Feature#NEVER].
  float hoursSinceShown(int slot, long nowMillis) {
    return hours(used[slot], shownMillis[slot], nowMillis);
  }

  private static float hours(boolean isKnown, long atMillis, long nowMillis) {
    return isKnown && atMillis != Long.MIN_VALUE
        ? RequestFeatures.hours(nowMillis - atMillis)
        : Feature.NEVER;
  }
}
