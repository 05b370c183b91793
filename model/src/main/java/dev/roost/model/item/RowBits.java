package dev.roost.model.item;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A bit for each row of a ring: one writer, many readers. Eight kilobytes for 65,536 rows, so that
/// a reader who steps over many rows finds all bits in the nearest cache.
final class RowBits {

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] words;
  private final int mask;

  /// Returns bits that are all clear.
  ///
  /// @param capacity of the ring, a power of two from 64
  RowBits(int capacity) {
    words = new long[capacity >>> 6];
    mask = words.length - 1;
  }

  /// Returns the bit of a row.
  boolean get(int row) {
    return ((long) WORD.getOpaque(words, (row >>> 6) & mask) >>> row & 1) != 0;
  }

  /// Sets the bit of a row.
  void set(int row, boolean value) {
    int at = (row >>> 6) & mask;
    long bit = 1L << row;
    long word = value ? words[at] | bit : words[at] & ~bit;
    WORD.setRelease(words, at, word);
  }
}
