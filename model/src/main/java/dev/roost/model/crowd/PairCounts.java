package dev.roost.model.crowd;

import java.util.Arrays;

/// How often pairs of numbers, such as rows, were noted: open addressing, at most half full.
final class PairCounts {

  private static final int LEAST_SLOTS = 1 << 10;

  private long[] keys = new long[LEAST_SLOTS];
  private int[] counts = new int[LEAST_SLOTS]; // 0 marks a free slot
  private int size;

  /// Adds one to a pair.
  void add(int from, int to) {
    if (2 * size == keys.length) {
      grow();
    }
    long key = (long) from << 32 | Integer.toUnsignedLong(to);
    int slot = slot(key);
    size += counts[slot] == 0 ? 1 : 0;
    keys[slot] = key;
    counts[slot]++;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    var oldKeys = keys;
    var oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /// Returns the pairs in ascending order of their first row, then of their second, both as signed
  /// numbers but for the second, which is unsigned: the same for every order of adding.
  long[] sorted() {
    var pairs = new long[size];
    int at = 0;
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] != 0) {
        pairs[at++] = keys[i];
      }
    }
    Arrays.sort(pairs);
    return pairs;
  }

  /// Returns how often a pair was noted.
  int count(long pair) {
    return counts[slot(pair)];
  }

  static int from(long pair) {
    return (int) (pair >>> 32);
  }

  static int to(long pair) {
    return (int) pair;
  }

  void clear() {
    if (keys.length > LEAST_SLOTS && size < keys.length / 8) {
      keys = new long[keys.length / 2];
      counts = new int[keys.length];
    }
    Arrays.fill(counts, 0);
    size = 0;
  }
}
