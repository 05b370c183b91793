package dev.roost.actors.fanout;

import java.util.Arrays;

/// The authors whom any active reader of a partition follows: a slot for each, and what delivery
/// and pulls ask of them.
///
/// Delivery waits for memory, not for computation. Therefore what it needs of an author stands
/// together, 32 bytes, in chunks that never move. The two newest rows of each author, which every
/// pull asks for, stand in a column of their own, dense enough for the caches; those before are
/// found in the item table, by the links of the second.
final class Authors {

  private static final int BITS = 10; // authors a chunk
  private static final int CHUNK = 1 << BITS;
  private static final int STRIDE = 8; // ints an author:
  private static final int PUSHES = 0;
  private static final int PULLS = 1;
  private static final int MARK = 2;
  private static final int LEVEL = 3;
  private static final int POSTS = 4; // two
  private static final int ID = 6; // two

  private final Slots slots = new Slots();
  private int[][] chunks = new int[1][];
  private int[] rows = new int[2 * CHUNK]; // the newest and the one before it

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
    return pushes(slot) + get(slot, ID + 1) + rows[2 * slot]; // both ends of the 32 bytes
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
    if (2 * slot >= rows.length) {
      rows = Arrays.copyOf(rows, Math.max(2 * slot + 2, 2 * rows.length));
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
    return rows[2 * slot];
  }

  /// Returns the row before the newest, maybe one that has left.
  int beforeNewest(int slot) {
    return rows[2 * slot + 1];
  }

  /// Notes that an author has a newer row.
  void addNewest(int slot, int row) {
    rows[2 * slot + 1] = rows[2 * slot];
    rows[2 * slot] = row;
  }

  /// Notes that nothing is known of an author's rows.
  ///
  /// @param gone a row that has left
  void clearRows(int slot, int gone) {
    rows[2 * slot] = gone;
    rows[2 * slot + 1] = gone;
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
    return slots.bytes() + Footprint.of(chunks) + Footprint.of(rows);
  }
}
