package dev.roost.actors.fanout;

import java.util.Arrays;

/// The authors whom any active reader of a partition follows: a slot for each, and in columns what
/// delivery and pulls ask of them.
///
/// What belongs to one author stands in one line of memory, in chunks that never move: 24 bytes,
/// and 8 for the rate of posting.
final class Authors {

  private static final int BITS = 10; // authors a chunk
  private static final int CHUNK = 1 << BITS;
  /// Rows before the newest that are kept of each author.
  static final int RECENT = 4;

  private static final int STRIDE = 4;
  private static final int PUSHES = 0;
  private static final int PULLS = 1;
  private static final int MARK = 2;
  private static final int LEVEL = 3;

  private final Slots slots = new Slots();
  private int[][] columns = new int[1][];
  private long[][] posts = new long[1][];
  private int[] newest = new int[CHUNK];
  private int[] recent = new int[CHUNK * RECENT]; // the rows before the newest, newest first

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
    return (int) slots.key(slot)
        + pushes(slot)
        + (int) posts(slot)
        + newest[slot]
        + recent(slot, 0);
  }

  /// Returns the slot of an author, a fresh one without followers if there was none.
  int findOrAdd(long author) {
    int known = slots.find(author);
    if (known != Slots.NONE) {
      return known;
    }
    int slot = slots.add(author);
    int chunk = slot >>> BITS;
    if (chunk >= columns.length) {
      columns = Arrays.copyOf(columns, Math.max(chunk + 1, 2 * columns.length));
      posts = Arrays.copyOf(posts, columns.length);
    }
    if (slot >= newest.length) {
      newest = Arrays.copyOf(newest, Math.max(slot + 1, 2 * newest.length));
      recent = Arrays.copyOf(recent, newest.length * RECENT);
    }
    if (columns[chunk] == null) {
      columns[chunk] = new int[CHUNK * STRIDE];
      posts[chunk] = new long[CHUNK];
    }
    return slot;
  }

  /// Frees the slot of an author without followers.
  void remove(int slot) {
    int from = (slot & (CHUNK - 1)) * STRIDE;
    Arrays.fill(columns[slot >>> BITS], from, from + STRIDE, 0);
    setPosts(slot, 0);
    slots.remove(slot);
  }

  /// Returns the author of a slot in use.
  long id(int slot) {
    return slots.key(slot);
  }

  /// Returns how many authors have followers.
  int size() {
    return slots.size();
  }

  private int get(int slot, int column) {
    return columns[slot >>> BITS][(slot & (CHUNK - 1)) * STRIDE + column];
  }

  private void set(int slot, int column, int value) {
    columns[slot >>> BITS][(slot & (CHUNK - 1)) * STRIDE + column] = value;
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
    return recent[slot * RECENT + i];
  }

  /// Notes that an author has a newer row.
  void addNewest(int slot, int row) {
    int at = slot * RECENT;
    System.arraycopy(recent, at, recent, at + 1, RECENT - 1);
    recent[at] = newest[slot];
    newest[slot] = row;
  }

  /// Notes that nothing is known of an author's rows.
  ///
  /// @param gone a row that has left
  void clearRows(int slot, int gone) {
    Arrays.fill(recent, slot * RECENT, (slot + 1) * RECENT, gone);
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
    return posts[slot >>> BITS][slot & (CHUNK - 1)];
  }

  void setPosts(int slot, long counts) {
    posts[slot >>> BITS][slot & (CHUNK - 1)] = counts;
  }

  /// Returns the memory they take.
  long bytes() {
    return slots.bytes()
        + Footprint.of(columns)
        + Footprint.of(posts)
        + Footprint.of(newest)
        + Footprint.of(recent);
  }
}
