package dev.roost.model.feature;

import dev.roost.model.reader.ReaderHistory;

/// Weights and newest time by key: open addressing, filled once a request.
final class RecentWeights {

  /// Weights of an event that does not fade.
  static final float[] ONCE = {1};

  /// Weights of a key that fades by each of [ReaderHistory#HALF_LIVES], too.
  static final int FADING = 1 + ReaderHistory.HALF_LIVES.size();

  private final long[] keys;
  private final boolean[] used;
  private final int width;
  private final float[] weights; // [slots, width]: a weight, then faded by each half-life
  private final long[] newestMillis;
  private float total;

  /// Returns weights with room for `count` keys.
  ///
  /// @param width weights of a key: 1, or [#FADING]
  RecentWeights(int count, int width) {
    this.width = width;
    int slots = Integer.highestOneBit(count + 1) * 4; // at most half full
    keys = new long[slots];
    used = new boolean[slots];
    weights = new float[slots * width];
    newestMillis = new long[slots];
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

  /// Adds an event to a key.
  void add(long key, float[] fades, long atMillis) {
    int slot = slot(key);
    newestMillis[slot] = used[slot] ? Math.max(newestMillis[slot], atMillis) : atMillis;
    used[slot] = true;
    keys[slot] = key;
    for (int i = 0; i < fades.length; i++) {
      weights[slot * width + i] += fades[i];
    }
  }

  /// Adds weight that belongs to no key.
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

  /// Returns the weight of a slot; 0 if its key was never added.
  float weight(int slot) {
    return weights[slot * width];
  }

  /// Returns the weight of a slot, faded by that one of [ReaderHistory#HALF_LIVES].
  float faded(int slot, int halfLife) {
    return weights[slot * width + 1 + halfLife];
  }

  /// Returns the weight of a slot divided by the total, in `[0, 1]`; 0 if there is no total.
  float share(int slot) {
    return total > 0 ? Math.min(1, weight(slot) / total) : 0;
  }

  /// Returns hours from the newest event of a slot to `nowMillis`, or [Feature#NEVER].
  float hoursSince(int slot, long nowMillis) {
    return used[slot] ? RequestFeatures.hours(nowMillis - newestMillis[slot]) : Feature.NEVER;
  }
}
