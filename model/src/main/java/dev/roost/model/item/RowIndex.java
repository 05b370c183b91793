package dev.roost.model.item;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntToLongFunction;

/// Finds the newest row of a key: open addressing over row numbers, one writer, many readers.
///
/// The key of a row is read from the table itself, so a slot is 8 bytes and a row whose place in
/// the ring was taken by another no longer matches its old key. O(1) expected; the writer rebuilds
/// the slots, without rows that have left, when three fifths are in use.
final class RowIndex {

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
  private static final long USED = 1L << 32;

  private final IntToLongFunction keyOfRow;
  private volatile long[] slots = new long[1 << 10];
  private int used;

  RowIndex(IntToLongFunction keyOfRow) {
    this.keyOfRow = keyOfRow;
  }

  /// Returns the newest row put for `key` as an unsigned 32-bit number, or -1.
  long find(long key) {
    long[] now = slots;
    int mask = now.length - 1;
    for (int at = scatter(key) & mask; ; at = (at + 1) & mask) {
      long slot = (long) SLOT.getAcquire(now, at);
      if (slot == 0) {
        return -1;
      }
      if (keyOfRow.applyAsLong((int) slot) == key) {
        return slot & (USED - 1);
      }
    }
  }

  /// Notes that `row` is the newest of its key; `oldest` to `next` are the rows now retained.
  void put(int row, int oldest, int next) {
    if (used >= slots.length / 5 * 3) {
      rebuild(oldest, next);
    }
    place(slots, keyOfRow.applyAsLong(row), row);
  }

  private void place(long[] into, long key, int row) {
    int mask = into.length - 1;
    int at = scatter(key) & mask;
    while (into[at] != 0 && keyOfRow.applyAsLong((int) into[at]) != key) {
      at = (at + 1) & mask;
    }
    if (into[at] == 0) {
      used++;
    }
    SLOT.setRelease(into, at, USED | (row & (USED - 1)));
  }

  private void rebuild(int oldest, int next) {
    int length = 1 << 10;
    while (length < (next - oldest) * 4L) {
      length <<= 1;
    }
    var fresh = new long[length];
    used = 0;
    for (int row = oldest; row != next; row++) {
      place(fresh, keyOfRow.applyAsLong(row), row);
    }
    slots = fresh;
  }

  private static int scatter(long key) {
    long z = (key ^ (key >>> 32)) * 0x9e3779b97f4a7c15L;
    return (int) (z >>> 32);
  }
}
