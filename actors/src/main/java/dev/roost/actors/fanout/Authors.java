package dev.roost.actors.fanout;

import java.util.Arrays;

/// The authors whom any active reader of a partition follows: a slot for each, and what delivery
/// and pulls ask of them.
///
/// Delivery waits for memory, not for computation. Therefore what it needs of an author stands
/// together, 32 bytes, in chunks that never move. The newest rows of each author, which every
/// pull asks for, stand in a column of their own, dense enough for the caches; those before are
/// found in the item table, by the links of the last of these.
final class Authors {

  /// How many of an author's newest rows are known.
  static final int NEWEST = 4;

  private static final int INTS = 8; // an author:
  private static final int PUSHES = 0;
  private static final int PULLS = 1;
  private static final int MARK = 2;
  private static final int POSTS = 4; // two
  private static final int ID = 6; // two

  private final Slots slots = new Slots();
  private final Records records = new Records(INTS);
  private int[] rows = new int[64 * NEWEST]; // newest first
  private int swept; // the slot looked at last
  private double due; // slots to be looked at, with fractions

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
    return pushes(slot)
        + records.get(slot, ID + 1)
        + rows[NEWEST * slot]; // both ends of the 32 bytes
  }

  /// Returns the slot of an author, a fresh one without followers if there was none.
  int findOrAdd(long author) {
    int known = slots.find(author);
    return known == Slots.NONE ? add(author) : known;
  }

  private int add(long author) {
    int slot = slots.add(author);
    if (NEWEST * slot >= rows.length) {
      rows = Arrays.copyOf(rows, Math.max(NEWEST * (slot + 1), 2 * rows.length));
    }
    records.open(slot);
    records.setLong(slot, ID, author);
    return slot;
  }

  /// Frees the slot of an author without followers.
  void remove(int slot) {
    slots.remove(slot);
  }

  /// Returns the author of a slot in use.
  long id(int slot) {
    return records.getLong(slot, ID);
  }

  /// Returns how many authors have followers.
  int size() {
    return slots.size();
  }

  /// Returns to how many readers posts are pushed.
  int pushes(int slot) {
    return records.get(slot, PUSHES);
  }

  void addPushes(int slot, int change) {
    records.set(slot, PUSHES, records.get(slot, PUSHES) + change);
  }

  /// Returns how many readers pull.
  int pulls(int slot) {
    return records.get(slot, PULLS);
  }

  void addPulls(int slot, int change) {
    records.set(slot, PULLS, records.get(slot, PULLS) + change);
  }

  /// Returns how many readers follow.
  int followers(int slot) {
    return pushes(slot) + pulls(slot);
  }

  /// Returns the newest row that the partition came across, maybe one that has left.
  int newest(int slot) {
    return rows[NEWEST * slot];
  }

  /// Returns one of the newest rows, maybe one that has left.
  ///
  /// @param back how many are newer; less than [#NEWEST]
  int newest(int slot, int back) {
    return rows[NEWEST * slot + back];
  }

  /// Notes that an author has a newer row.
  void addNewest(int slot, int row) {
    int at = NEWEST * slot;
    for (int back = NEWEST - 1; back > 0; back--) {
      rows[at + back] = rows[at + back - 1];
    }
    rows[at] = row;
  }

  /// Notes that nothing is known of an author's rows.
  ///
  /// @param gone a row that has left
  void clearRows(int slot, int gone) {
    Arrays.fill(rows, NEWEST * slot, NEWEST * (slot + 1), gone);
  }

  /// Lets go of rows that have left, of so large a share of all authors. All must be looked at
  /// before 2^31 more rows came; after 2^32 others would be taken for them.
  ///
  /// @param oldest row that has not left
  void sweep(double share, int oldest) {
    due += share * slots.bound();
    for (; due >= 1; due--) {
      swept = swept + 1 < slots.bound() ? swept + 1 : 0;
      for (int at = NEWEST * swept, end = at + NEWEST; at < end; at++) {
        rows[at] = rows[at] - oldest < 0 ? oldest - 1 : rows[at];
      }
    }
  }

  int mark(int slot) {
    return records.get(slot, MARK);
  }

  void setMark(int slot, int mark) {
    records.set(slot, MARK, mark);
  }

  /// Returns the counts of posts, as [Rate] packs them.
  long posts(int slot) {
    return records.getLong(slot, POSTS);
  }

  void setPosts(int slot, long counts) {
    records.setLong(slot, POSTS, counts);
  }

  /// Returns the memory they take.
  long bytes() {
    return slots.bytes() + records.bytes() + Footprint.of(rows);
  }
}
