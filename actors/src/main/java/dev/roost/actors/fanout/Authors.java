package dev.roost.actors.fanout;

import java.util.Arrays;

/// The authors whom any active reader of a partition follows: a slot for each, and what delivery
/// and pulls ask of them.
///
/// Delivery waits for memory, not for computation. Therefore what it needs of an author stands
/// together, 48 of 64 bytes, in chunks that never move. The newest row of each author, which every
/// pull asks for, stands in a column of its own, dense enough for the caches; the rows before it
/// are touched only where something is new.
final class Authors {

  /// Rows before the newest that are kept of each author.
  static final int RECENT = 4;

  private static final int BITS = 10; // authors a chunk
  private static final int CHUNK = 1 << BITS;
  private static final int STRIDE = 16; // ints an author, of which these are used:
  private static final int PUSHES = 0;
  private static final int PULLS = 1;
  private static final int MARK = 2;
  private static final int LEVEL = 3;
  private static final int POSTS = 4; // two
  private static final int ID = 6; // two
  private static final int ROWS = 8; // those before the newest, newest first

  private final Slots slots = new Slots();
  private int[][] chunks = new int[1][];
  private int[] newest = new int[CHUNK];

  /// Returns the slot of an author, or [Slots#NONE].
  int find(long author) {
    return slots.find(author);
  }

  /// Loads what [#find(long)] looks at first; see [Slots#touch(long)].
  int touch(long author) {
    return slots.touch(author);
  }

  /// Returns the slot that an author most likely has; see [Slots#guess(long)].
  int guess(long author) {
    return slots.guess(author);
  }

  /// Loads what delivery asks of a slot; returns what was loaded, so that it is not left out.
  int touchColumns(int slot) {
    return pushes(slot) + recent(slot, RECENT - 1) + newest[slot]; // both ends of the 48 bytes
  }

  /// Returns the slot of an author, a fresh one without followers if there was none.
  int findOrAdd(long author) {
    int known = slots.find(author);
    return known == Slots.NONE ? add(author) : known;
  }

  private int add(long author) {
    int slot = slots.add(author);
    int chunk = slot >>> BITS;
    if (chunk >= chunks.length) {
      chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, 2 * chunks.length));
    }
    if (slot >= newest.length) {
      newest = Arrays.copyOf(newest, Math.max(slot + 1, 2 * newest.length));
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new int[CHUNK * STRIDE];
    }
    Arrays.fill(chunks[chunk], at(slot, 0), at(slot, 0) + STRIDE, 0);
    setLong(slot, ID, author);
    return slot;
  }

  /// Frees the slot of an author without followers.
  void remove(int slot) {
    slots.remove(slot);
  }

  /// Returns the author of a slot in use.
  long id(int slot) {
    return getLong(slot, ID);
  }

  /// Returns how many authors have followers.
  int size() {
    return slots.size();
  }

  private static int at(int slot, int column) {
    return (slot & (CHUNK - 1)) * STRIDE + column;
  }

  private int get(int slot, int column) {
    return chunks[slot >>> BITS][at(slot, column)];
  }

  private void set(int slot, int column, int value) {
    chunks[slot >>> BITS][at(slot, column)] = value;
  }

  private long getLong(int slot, int column) {
    return (long) get(slot, column + 1) << 32 | (get(slot, column) & 0xffff_ffffL);
  }

  private void setLong(int slot, int column, long value) {
    set(slot, column, (int) value);
    set(slot, column + 1, (int) (value >>> 32));
  }

  /// Returns to how many readers posts are pushed.
  int pushes(int slot) {
    return get(slot, PUSHES);
  }

  void addPushes(int slot, int change) {
    set(slot, PUSHES, get(slot, PUSHES) + change);
  }

  /// Returns how many readers pull.
  int pulls(int slot) {
    return get(slot, PULLS);
  }

  void addPulls(int slot, int change) {
    set(slot, PULLS, get(slot, PULLS) + change);
  }

  /// Returns how many readers follow.
  int followers(int slot) {
    return pushes(slot) + pulls(slot);
  }

  /// Returns the newest row that the partition came across, maybe one that has left.
  int newest(int slot) {
    return newest[slot];
  }

  /// Returns a row before the newest, maybe one that has left.
  ///
  /// @param i rows that stand between them, from 0 to [#RECENT] - 1
  int recent(int slot, int i) {
    return get(slot, ROWS + i);
  }

  /// Notes that an author has a newer row.
  void addNewest(int slot, int row) {
    int[] chunk = chunks[slot >>> BITS];
    int first = at(slot, ROWS);
    for (int i = first + RECENT - 1; i > first; i--) {
      chunk[i] = chunk[i - 1];
    }
    chunk[first] = newest[slot];
    newest[slot] = row;
  }

  /// Notes that nothing is known of an author's rows.
  ///
  /// @param gone a row that has left
  void clearRows(int slot, int gone) {
    Arrays.fill(chunks[slot >>> BITS], at(slot, ROWS), at(slot, ROWS) + RECENT, gone);
    newest[slot] = gone;
  }

  int mark(int slot) {
    return get(slot, MARK);
  }

  void setMark(int slot, int mark) {
    set(slot, MARK, mark);
  }

  /// Returns the order of magnitude of the rate at which edges were last decided.
  int level(int slot) {
    return get(slot, LEVEL);
  }

  void setLevel(int slot, int level) {
    set(slot, LEVEL, level);
  }

  /// Returns the counts of posts, as [Rate] packs them.
  long posts(int slot) {
    return getLong(slot, POSTS);
  }

  void setPosts(int slot, long counts) {
    setLong(slot, POSTS, counts);
  }

  /// Returns the memory they take.
  long bytes() {
    return slots.bytes() + Footprint.of(chunks) + Footprint.of(newest);
  }
}
