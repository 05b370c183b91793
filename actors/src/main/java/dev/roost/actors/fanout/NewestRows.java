package dev.roost.actors.fanout;

/// Keeps the newest rows offered, by time and then by identifier: a heap in three columns with the
/// oldest on top.
///
/// An offer takes O(log limit) time, and O(1) when it is older than all that are kept.
final class NewestRows {

  private final long[] at;
  private final long[] id;
  private final long[] tagged; // the row, and the tag above it
  private int size;
  private boolean overflowed;

  NewestRows(int limit) {
    at = new long[limit];
    id = new long[limit];
    tagged = new long[limit];
  }

  /// Forgets all rows.
  void clear() {
    size = 0;
    overflowed = false;
  }

  /// Returns the number of rows kept.
  int size() {
    return size;
  }

  /// Returns whether a further row drives out another.
  boolean isFull() {
    return size == at.length;
  }

  /// Returns the time of the oldest row kept, in epoch milliseconds.
  long floorMillis() {
    return at[0];
  }

  /// Notes that rows were left out without being offered.
  void noteOverflow() {
    overflowed = true;
  }

  /// Returns whether any row was left out.
  boolean hasOverflowed() {
    return overflowed;
  }

  /// Keeps a row if it is among the newest.
  void offer(long atMillis, long item, int row, int tag) {
    long entry = (long) tag << 32 | (row & 0xffff_ffffL);
    if (!isFull()) {
      up(size++, atMillis, item, entry);
      return;
    }
    overflowed = true;
    if (isOlder(at[0], id[0], atMillis, item)) {
      down(0, atMillis, item, entry);
    }
  }

  /// Takes the oldest row out; returns it with its tag in the upper half.
  long takeOldest() {
    long oldest = tagged[0];
    size--;
    if (size > 0) {
      down(0, at[size], id[size], tagged[size]);
    }
    return oldest;
  }

  private void up(int from, long atMillis, long item, long entry) {
    int place = from;
    while (place > 0 && isOlder(atMillis, item, at[(place - 1) / 2], id[(place - 1) / 2])) {
      move((place - 1) / 2, place);
      place = (place - 1) / 2;
    }
    set(place, atMillis, item, entry);
  }

  private void down(int from, long atMillis, long item, long entry) {
    int place = from;
    while (true) {
      int child = 2 * place + 1;
      if (child + 1 < size && isOlder(at[child + 1], id[child + 1], at[child], id[child])) {
        child++;
      }
      if (child >= size || !isOlder(at[child], id[child], atMillis, item)) {
        break;
      }
      move(child, place);
      place = child;
    }
    set(place, atMillis, item, entry);
  }

  private void move(int from, int to) {
    set(to, at[from], id[from], tagged[from]);
  }

  private void set(int place, long atMillis, long item, long entry) {
    at[place] = atMillis;
    id[place] = item;
    tagged[place] = entry;
  }

  /// Returns whether the first of two rows is older: by time, then by identifier as unsigned.
  static boolean isOlder(long atMillis, long item, long otherAt, long otherItem) {
    return atMillis < otherAt || (atMillis == otherAt && Long.compareUnsigned(item, otherItem) < 0);
  }
}
