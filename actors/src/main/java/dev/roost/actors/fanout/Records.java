package dev.roost.actors.fanout;

import java.util.Arrays;

/// Records of a few numbers each, by slot, whose fields stand together in memory: who asks for one
/// field has the others, too. They lie in chunks that never move.
final class Records {

  private static final int BITS = 10; // records a chunk
  private static final int CHUNK = 1 << BITS;

  private final int shift;
  private int[][] chunks = new int[1][];

  /// Returns no records.
  ///
  /// @param ints of a record; a power of two
  Records(int ints) {
    shift = Integer.numberOfTrailingZeros(ints);
  }

  /// Makes room for a record, all of zeros.
  void open(int slot) {
    int chunk = slot >>> BITS;
    if (chunk >= chunks.length) {
      chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, 2 * chunks.length));
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new int[CHUNK << shift];
    }
    Arrays.fill(chunks[chunk], at(slot, 0), at(slot, 0) + (1 << shift), 0);
  }

  private int at(int slot, int field) {
    return ((slot & (CHUNK - 1)) << shift) + field;
  }

  int get(int slot, int field) {
    return chunks[slot >>> BITS][at(slot, field)];
  }

  void set(int slot, int field, int value) {
    chunks[slot >>> BITS][at(slot, field)] = value;
  }

  /// Returns a number of two fields.
  long getLong(int slot, int field) {
    return (long) get(slot, field + 1) << 32 | (get(slot, field) & 0xffff_ffffL);
  }

  void setLong(int slot, int field, long value) {
    set(slot, field, (int) value);
    set(slot, field + 1, (int) (value >>> 32));
  }

  float getFloat(int slot, int field) {
    return Float.intBitsToFloat(get(slot, field));
  }

  void setFloat(int slot, int field, float value) {
    set(slot, field, Float.floatToRawIntBits(value));
  }

  /// Returns the memory they take.
  long bytes() {
    return Footprint.of(chunks);
  }
}
