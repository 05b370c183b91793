package dev.roost.actors.fanout;

import java.util.Arrays;

/// Gives 64-bit keys small numbers, densely and for reuse, so that columns can be indexed by them.
///
/// Open addressing with linear probing; removal shifts back what follows, so no tombstones gather.
/// All operations take O(1) expected time; growth takes O(n). 24 bytes a key at most.
final class Slots {

  static final int NONE = -1;

  private long[] keys = new long[64]; // by slot
  private int[] table = new int[256]; // slot + 1, or 0
  private int[] free = new int[16];
  private int freeCount;
  private int issued;

  /// Returns the slot of `key`, or [#NONE].
  int find(long key) {
    int mask = table.length - 1;
    for (int at = scatter(key) & mask; table[at] != 0; at = (at + 1) & mask) {
      if (keys[table[at] - 1] == key) {
        return table[at] - 1;
      }
    }
    return NONE;
  }

  /// Returns the slot of `key`, a freed or fresh one if it had none.
  int findOrAdd(long key) {
    int known = find(key);
    return known == NONE ? add(key) : known;
  }

  /// Returns the freed or fresh slot that `key`, which has none yet, is given.
  int add(long key) {
    if ((size() + 1) * 2 > table.length) {
      rehash(table.length * 2);
    }
    int slot = freeCount > 0 ? free[--freeCount] : issued++;
    if (slot >= keys.length) {
      keys = Arrays.copyOf(keys, keys.length * 2);
    }
    keys[slot] = key;
    place(key, slot);
    return slot;
  }

  private void place(long key, int slot) {
    int mask = table.length - 1;
    int at = scatter(key) & mask;
    while (table[at] != 0) {
      at = (at + 1) & mask;
    }
    table[at] = slot + 1;
  }

  /// Frees the slot.
  void remove(int slot) {
    int mask = table.length - 1;
    int at = scatter(keys[slot]) & mask;
    while (table[at] != slot + 1) {
      at = (at + 1) & mask;
    }
    closeGap(at, mask);
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, free.length * 2);
    }
    free[freeCount++] = slot;
  }

  private void closeGap(int from, int mask) {
    int gap = from;
    for (int at = (gap + 1) & mask; table[at] != 0; at = (at + 1) & mask) {
      int home = scatter(keys[table[at] - 1]) & mask;
      if (((at - home) & mask) >= ((at - gap) & mask)) { // its probes started at or before the gap
        table[gap] = table[at];
        gap = at;
      }
    }
    table[gap] = 0;
  }

  private void rehash(int length) {
    int[] old = table;
    table = new int[length];
    for (int entry : old) {
      if (entry != 0) {
        place(keys[entry - 1], entry - 1);
      }
    }
  }

  /// Returns the key of a slot in use.
  long key(int slot) {
    return keys[slot];
  }

  /// Returns how many keys have a slot.
  int size() {
    return issued - freeCount;
  }

  /// Returns the bound of slots given out so far, for columns.
  int bound() {
    return issued;
  }

  private static int scatter(long key) {
    long z = (key ^ (key >>> 32)) * 0x9e3779b97f4a7c15L;
    return (int) (z >>> 32);
  }
}
