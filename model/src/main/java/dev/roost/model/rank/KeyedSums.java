package dev.roost.model.rank;

import dev.roost.model.hash.KeyedHash;

/// Sums by key: open addressing in memory that is used again and again.
final class KeyedSums {

  private final KeyedHash hashes = KeyedHash.ofProcess();

  private long[] keys = {};
  private double[] sums = {};
  private long[] rounds = {}; // a slot is taken if it says the round of now
  private long round;

  /// Forgets all sums and makes room for so many keys.
  void clear(int mostKeys) {
    int slots = Integer.highestOneBit(mostKeys + 1) * 4; // at most half full
    if (keys.length < slots) {
      keys = new long[slots];
      sums = new double[slots];
      rounds = new long[slots];
    }
    round++;
  }

  void add(long key, double value) {
    int slot = slot(key);
    sums[slot] = rounds[slot] == round ? sums[slot] + value : value;
    keys[slot] = key;
    rounds[slot] = round;
  }

  /// Returns the sum of a key, 0 if nothing was added.
  double of(long key) {
    int slot = slot(key);
    return rounds[slot] == round ? sums[slot] : 0;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) hashes.of(key) & mask;
    while (rounds[slot] == round && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
