package dev.roost.model.feature;

/// Faded weight and newest time by key: open addressing, filled once a request.
final class RecentWeights {

  private final long[] keys;
  private final boolean[] used;
  private final float[] weights;
  private final long[] newestMillis;
  private float total;

  /// Returns weights with room for `count` keys.
  RecentWeights(int count) {
    int slots = Integer.highestOneBit(count + 1) * 4; // at most half full
    keys = new long[slots];
    used = new boolean[slots];
    weights = new float[slots];
    newestMillis = new long[slots];
  }

  /// Adds `weight` to a key.
  void add(long key, float weight, long atMillis) {
    int slot = slot(key);
    newestMillis[slot] = used[slot] ? Math.max(newestMillis[slot], atMillis) : atMillis;
    used[slot] = true;
    keys[slot] = key;
    weights[slot] += weight;
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
    return weights[slot];
  }

  /// Returns the weight of a slot divided by the total, in `[0, 1]`; 0 if there is no total.
  float share(int slot) {
    return total > 0 ? Math.min(1, weights[slot] / total) : 0;
  }

  /// Returns hours from the newest event of a slot to `nowMillis`, or [Feature#NEVER].
  float hoursSince(int slot, long nowMillis) {
    return used[slot] ? RequestFeatures.hours(nowMillis - newestMillis[slot]) : Feature.NEVER;
  }
}
