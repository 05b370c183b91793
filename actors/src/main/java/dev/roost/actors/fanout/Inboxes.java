package dev.roost.actors.fanout;

import java.util.Arrays;

/// The inboxes of one partition's readers: a ring of rows each, in chunks that never move once they
/// are full.
///
/// A ring holds rows in their order, oldest first; the newest stay. An entry is a row number
/// without its highest bit, and a bit that tells whether a read fetched it or delivery brought it.
/// Delivery writes 4 bytes and looks nothing up. A chunk is 8 MiB without its last ring, so that
/// with the header of its array it fills as many regions of the heap exactly.
final class Inboxes {

  /// The bit of an entry that a read fetched from the author's chain.
  static final int FETCHED = 1;

  private static final int CHUNK_ENTRIES = 1 << 21;
  private static final int FIRST_READERS = 64;
  private static final int FAR = 1 << 30;
  private static final int LINE = 16; // entries in a line of memory
  private static final byte STALE = 1;
  private static final byte LOST = 2;

  private final int entries;
  private final int shift;
  private final int chunkBits;
  private int[][] chunks = new int[1][];
  private int[] tail = new int[FIRST_READERS]; // entries appended since the ring was written
  private byte[] notes = new byte[FIRST_READERS];

  /// Returns no inboxes.
  ///
  /// @param entries rows that an inbox holds; a power of two up to 65,536
  Inboxes(int entries) {
    this.entries = entries;
    shift = Integer.numberOfTrailingZeros(entries);
    chunkBits = Integer.numberOfTrailingZeros(CHUNK_ENTRIES) - shift;
  }

  /// Returns how many rows an inbox holds.
  int entries() {
    return entries;
  }

  /// Returns the mask of readers that may not be: those who would stand last in a chunk.
  int skipped() {
    return (1 << chunkBits) - 1;
  }

  /// Returns the entry of a row that delivery brings.
  static int entry(int row) {
    return row << 1;
  }

  /// Returns the row of an entry: the last before `reference` with its bits.
  static int row(int entry, int reference) {
    return reference - 1 - ((reference - 1 - (entry >>> 1)) & Integer.MAX_VALUE);
  }

  /// Opens the empty, stale inbox of a reader.
  void open(int reader) {
    if (reader >= tail.length) {
      int length = Math.max(reader + 1, tail.length * 2);
      tail = Arrays.copyOf(tail, length);
      notes = Arrays.copyOf(notes, length);
    }
    int chunk = reader >>> chunkBits;
    if (chunk >= chunks.length) {
      chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, 2 * chunks.length));
    }
    chunks[chunk] = withRoom(chunks[chunk], chunk, reader & skipped());
    tail[reader] = 0;
    notes[reader] = STALE;
  }

  /// The first chunk grows by doubling, so that few readers take little; the others begin full.
  private int[] withRoom(int[] chunk, int number, int place) {
    int most = CHUNK_ENTRIES - entries;
    if (chunk == null) {
      return new int[number == 0 ? Math.min(most, FIRST_READERS << shift) : most];
    }
    int needed = (place + 1) << shift;
    return needed <= chunk.length
        ? chunk
        : Arrays.copyOf(chunk, Math.min(most, Math.max(needed, 2 * chunk.length)));
  }

  private int[] chunk(int reader) {
    return chunks[reader >>> chunkBits];
  }

  private int start(int reader) {
    return (reader & skipped()) << shift;
  }

  /// Appends an entry to the inboxes of `readers[from]` to `readers[to - 1]`.
  void append(int[] readers, int from, int to, int entry) {
    var into = chunks;
    var ends = tail;
    int bits = chunkBits;
    int own = skipped();
    int width = shift;
    int mask = entries - 1;
    for (int i = from; i < to; i++) {
      int reader = readers[i];
      into[reader >>> bits][(reader & own) << width | (ends[reader]++ & mask)] = entry;
    }
  }

  /// Puts entries in the place of the newest ones.
  ///
  /// @param count how many make room
  /// @param by entries in order of rows, from `0` to `size - 1`; at least as many
  void replaceNewest(int reader, int count, int[] by, int size) {
    int[] chunk = chunk(reader);
    int start = start(reader);
    int from = tail[reader] - count;
    for (int i = 0; i < size; i++) {
      chunk[start | ((from + i) & (entries - 1))] = by[i];
    }
    tail[reader] = from + size;
  }

  /// Loads the newest entries of an inbox; returns what was loaded, so that it is not left out.
  int touchNewest(int reader, int count) {
    int[] chunk = chunk(reader);
    int start = start(reader);
    int sum = 0;
    for (int back = 1; back <= count; back += LINE) {
      sum += chunk[start | ((tail[reader] - back) & (entries - 1))];
    }
    return sum;
  }

  /// Notes that an inbox must be built anew before it is read.
  void noteStale(int reader) {
    notes[reader] |= STALE;
  }

  /// Notes that every inbox must be built anew before it is read.
  void noteAllStale() {
    for (int reader = 0; reader < notes.length; reader++) {
      notes[reader] |= STALE;
    }
  }

  /// Returns whether an inbox must be built anew before it is read.
  boolean isStale(int reader) {
    return (notes[reader] & STALE) != 0;
  }

  /// Returns whether rows were driven out since the inbox was built, or did not fit then.
  boolean hasLost(int reader) {
    return (notes[reader] & LOST) != 0 || Integer.compareUnsigned(tail[reader], entries) > 0;
  }

  /// Returns how many entries were appended, by a count that wraps and that reads may set back.
  int appended(int reader) {
    return tail[reader];
  }

  /// Returns how many entries an inbox has.
  int size(int reader) {
    return Integer.compareUnsigned(tail[reader], entries) > 0 ? entries : tail[reader];
  }

  /// Returns an entry.
  ///
  /// @param back how many are newer
  int newest(int reader, int back) {
    return chunk(reader)[start(reader) | ((tail[reader] - 1 - back) & (entries - 1))];
  }

  /// Copies entries, oldest first.
  ///
  /// @param back how many newer ones are left out
  /// @param count how many are copied; no more than there are
  void copy(int reader, int back, int count, int[] out) {
    int[] chunk = chunk(reader);
    int start = start(reader);
    int first = (tail[reader] - back - count) & (entries - 1);
    int before = Math.min(count, entries - first); // the ring's end
    System.arraycopy(chunk, start + first, out, 0, before);
    System.arraycopy(chunk, start, out, before, count - before);
    if (Integer.compareUnsigned(tail[reader], FAR) > 0) {
      tail[reader] = entries + 1 + ((tail[reader] - 1) & (entries - 1)); // the same place
    }
  }

  /// Writes an inbox anew.
  ///
  /// @param oldestFirst entries in order of rows; those from `from` to `to - 1` are taken, as many
  ///     as fit at most
  /// @param lost whether older rows were left out
  void write(int reader, int[] oldestFirst, int from, int to, boolean lost) {
    System.arraycopy(oldestFirst, from, chunk(reader), start(reader), to - from);
    tail[reader] = to - from;
    notes[reader] = lost ? LOST : 0;
  }

  /// Returns the memory they take.
  long bytes() {
    return Footprint.of(chunks) + Footprint.of(tail) + Footprint.of(notes);
  }
}
