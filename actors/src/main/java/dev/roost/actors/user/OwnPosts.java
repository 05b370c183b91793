package dev.roost.actors.user;

import java.util.Arrays;

/// The posts and reposts of one author in the order of their numbers, which start at 1 and have no
/// gaps. Immutable; lookups and changes take O(n).
final class OwnPosts {

  private static final OwnPosts NONE = new OwnPosts(new long[0], new long[0]);

  private final long[] items; // by number
  private final long[] deleted; // in the order of deletion

  private OwnPosts(long[] items, long[] deleted) {
    this.items = items;
    this.deleted = deleted;
  }

  /// Returns the posts of an author who never posted.
  static OwnPosts none() {
    return NONE;
  }

  /// Returns these posts and one more.
  OwnPosts plus(long item) {
    return new OwnPosts(appended(items, item), deleted);
  }

  /// Returns these posts with one taken back.
  OwnPosts without(long item) {
    return new OwnPosts(items, appended(deleted, item));
  }

  /// Returns whether the author ever published `item`, taken back or not.
  boolean has(long item) {
    return contains(items, item);
  }

  /// Returns whether the author took `item` back.
  boolean isDeleted(long item) {
    return contains(deleted, item);
  }

  /// Returns the number of the next post.
  int nextNumber() {
    return items.length + 1;
  }

  /// Returns how many were not taken back.
  int live() {
    return items.length - deleted.length;
  }

  private static boolean contains(long[] values, long value) {
    for (int i = values.length - 1; i >= 0; i--) { // what is asked for is mostly new
      if (values[i] == value) {
        return true;
      }
    }
    return false;
  }

  private static long[] appended(long[] values, long value) {
    var next = Arrays.copyOf(values, values.length + 1);
    next[values.length] = value;
    return next;
  }
}
