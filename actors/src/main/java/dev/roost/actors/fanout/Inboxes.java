package dev.roost.actors.fanout;

import java.util.Arrays;

/// The inboxes of one partition's readers: a ring of row numbers each, in chunks that never move.
///
/// A ring holds what came by push, oldest first, in the order of arrival; the newest stay. Up to
/// `sorted` it is in order of time. Three notes tell a later read what an append, which must not
/// look anything up, left open: that rows came late, that rows were lost, and that the ring is
/// stale and must be built anew.
final class Inboxes {

  private static final int READER_BITS = 6; // readers a chunk
  private static final int READERS = 1 << READER_BITS;
  private static final int FAR = 1 << 30;

  private static final byte STALE = 1;
  private static final byte LATE = 2;
  private static final byte LOST = 4;

  private final int entries;
  private final int shift;
  private int[][] chunks = new int[0][];
  private int[] tail = new int[0]; // rows appended since the ring was written
  private int[] sorted = new int[0];
  private byte[] notes = new byte[0];

  /// Returns no inboxes.
  ///
  /// @param entries rows that an inbox holds; a power of two
  Inboxes(int entries) {
    this.entries = entries;
    shift = Integer.numberOfTrailingZeros(entries);
  }

  /// Returns how many rows an inbox holds.
  int entries() {
    return entries;
  }

  /// Opens the empty, stale inbox of a reader.
  void open(int reader) {
    if (reader >= tail.length) {
      int length = Math.max(READERS, tail.length * 2);
      tail = Arrays.copyOf(tail, length);
      sorted = Arrays.copyOf(sorted, length);
      notes = Arrays.copyOf(notes, length);
      chunks = Arrays.copyOf(chunks, length >>> READER_BITS);
    }
    if (chunks[reader >>> READER_BITS] == null) {
      chunks[reader >>> READER_BITS] = new int[READERS * entries];
    }
    tail[reader] = 0;
    sorted[reader] = 0;
    notes[reader] = STALE;
  }

  private int start(int reader) {
    return (reader & (READERS - 1)) << shift;
  }

  /// Appends a row to the inboxes of the first `count` readers.
  void append(int[] readers, int count, int row) {
    var into = chunks;
    var ends = tail;
    int bits = shift;
    int mask = entries - 1;
    for (int i = 0; i < count; i++) {
      int reader = readers[i];
      int start = (reader & (READERS - 1)) << bits;
      into[reader >>> READER_BITS][start | (ends[reader]++ & mask)] = row;
    }
  }

  /// Notes that the row appended last to these inboxes is older than one before it.
  void noteLate(int[] readers, int count) {
    for (int i = 0; i < count; i++) {
      notes[readers[i]] |= LATE;
    }
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

  /// Returns whether the ring may not be in order of time.
  boolean isLate(int reader) {
    return (notes[reader] & LATE) != 0;
  }

  /// Returns whether rows were driven out since the inbox was built, or did not fit then.
  boolean hasLost(int reader) {
    return (notes[reader] & LOST) != 0 || tail[reader] > entries;
  }

  /// Returns whether the oldest entry bounds from above the times of all rows that were lost.
  boolean oldestBoundsLost(int reader) {
    return !isLate(reader) || tail[reader] - sorted[reader] < entries;
  }

  /// Returns the entry that arrived first; the inbox must not be empty.
  int oldest(int reader) {
    int at = tail[reader] > entries ? tail[reader] & (entries - 1) : 0;
    return chunks[reader >>> READER_BITS][start(reader) | at];
  }

  /// Copies an inbox in the order of arrival, newest first; returns how many entries it has.
  int copy(int reader, int[] out) {
    int end = tail[reader];
    int count = Math.min(end, entries);
    int[] chunk = chunks[reader >>> READER_BITS];
    for (int i = 0; i < count; i++) {
      out[i] = chunk[start(reader) | ((end - 1 - i) & (entries - 1))];
    }
    return count;
  }

  /// Notes that a read found the whole ring in order of time.
  void noteSorted(int reader) {
    if (tail[reader] > FAR) {
      tail[reader] =
          entries + 1 + ((tail[reader] - 1) & (entries - 1)); // the same place in the ring
    }
    sorted[reader] = tail[reader];
  }

  /// Writes an inbox anew.
  ///
  /// @param newestFirst rows in order of time, newest first; the first `count` are taken
  /// @param lost whether older rows were left out
  void write(int reader, int[] newestFirst, int count, boolean lost) {
    int[] chunk = chunks[reader >>> READER_BITS];
    for (int i = 0; i < count; i++) {
      chunk[start(reader) + count - 1 - i] = newestFirst[i];
    }
    tail[reader] = count;
    sorted[reader] = count;
    notes[reader] = lost ? LOST : 0;
  }
}
