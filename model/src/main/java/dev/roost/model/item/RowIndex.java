package dev.roost.model.item;

import dev.roost.model.hash.KeyedHash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntToLongFunction;

/// Finds the newest row of a key: open addressing over row numbers, one writer, many readers.
///
/// The index is two generations of slots, each for as many puts as the ring has rows. When the
/// newer one is full it becomes the older, and what the older one held has left the ring by then:
/// nothing is ever rehashed or removed. The key of a row is read from the table itself, so a slot
/// is 8 bytes, and a row whose place in the ring was taken by another no longer matches its old
/// key. A few bits of the hash stand beside the row, so that other keys are told apart without a
/// look at the table. O(1) expected, whatever identifiers clients choose, since hashes are keyed by
/// [KeyedHash]; 32 bytes a row. Nothing walks through the slots.
final class RowIndex {

  private final KeyedHash hashes = KeyedHash.ofProcess();

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
  private static final long ROW = (1L << 32) - 1;
  private static final long USED = 1L << 32;

  private final IntToLongFunction keyOfRow;
  private final int capacity;
  private volatile long[][] generations; // the one now written, then the one before it
  private int puts; // into the newer one

  /// Returns an index of no rows.
  ///
  /// @param capacity most rows retained, a power of two
  RowIndex(int capacity, IntToLongFunction keyOfRow) {
    this.capacity = capacity;
    this.keyOfRow = keyOfRow;
    generations = new long[][] {new long[2 * capacity], {0}};
  }

  /// Returns the newest row put for `key` as an unsigned 32-bit number, or -1. A row that has left
  /// the ring may still be found.
  long find(long key) {
    var now = generations;
    long hash = hashes.of(key);
    long row = find(now[0], key, hash);
    return row < 0 ? find(now[1], key, hash) : row;
  }

  private long find(long[] slots, long key, long hash) {
    int mask = slots.length - 1;
    for (int at = (int) hash & mask; ; at = (at + 1) & mask) {
      long slot = (long) SLOT.getAcquire(slots, at);
      if (slot == 0) {
        return -1;
      }
      if (isOf(slot, key, hash)) {
        return slot & ROW;
      }
    }
  }

  private boolean isOf(long slot, long key, long hash) {
    return (slot ^ hash) >>> 33 == 0 && keyOfRow.applyAsLong((int) slot) == key;
  }

  /// Loads what [#find(long)] and [#put(int)] look at first, so that several keys can wait for
  /// memory together; returns what was loaded, so that it is not left out.
  long touch(long key) {
    var now = generations;
    int hash = (int) hashes.of(key);
    return now[0][hash & (now[0].length - 1)] + now[1][hash & (now[1].length - 1)];
  }

  /// Returns the row that [#find(long)] most likely finds, or -1: one whose key has the same few
  /// bits of the hash. Looks at no key. For the writer.
  long guess(long key) {
    var now = generations;
    long hash = hashes.of(key);
    long row = guess(now[0], hash);
    return row < 0 ? guess(now[1], hash) : row;
  }

  private static long guess(long[] slots, long hash) {
    int mask = slots.length - 1;
    int at = (int) hash & mask;
    while (slots[at] != 0 && (slots[at] ^ hash) >>> 33 != 0) {
      at = (at + 1) & mask;
    }
    return slots[at] == 0 ? -1 : slots[at] & ROW;
  }

  /// Notes that `row` is the newest of its key; every row is put once.
  void put(int row) {
    if (puts++ == capacity) {
      generations = new long[][] {new long[2 * capacity], generations[0]};
      puts = 1;
    }
    long key = keyOfRow.applyAsLong(row);
    long hash = hashes.of(key);
    var slots = generations[0];
    int mask = slots.length - 1;
    int at = (int) hash & mask;
    while (slots[at] != 0 && !isOf(slots[at], key, hash)) {
      at = (at + 1) & mask;
    }
    SLOT.setRelease(slots, at, hash >>> 33 << 33 | USED | (row & ROW));
  }
}
