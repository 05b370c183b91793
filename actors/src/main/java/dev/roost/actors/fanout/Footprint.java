package dev.roost.actors.fanout;

import java.util.Arrays;

/// Where the memory of a partition goes, in bytes of arrays with their headers.
///
/// @param readers active ones
/// @param inboxes the rings
/// @param edges whom each reader follows
/// @param followers to whom each author's posts are pushed
/// @param authors slots and columns of authors
/// @param columns slots and columns of readers
public record Footprint(
    int readers, long inboxes, long edges, long followers, long authors, long columns) {

  private static final int HEADER = 16; // of an array
  private static final int REFERENCE = 4; // to it, in heaps below 32 GiB

  /// Returns the footprint of both.
  public Footprint plus(Footprint other) {
    return new Footprint(
        readers + other.readers,
        inboxes + other.inboxes,
        edges + other.edges,
        followers + other.followers,
        authors + other.authors,
        columns + other.columns);
  }

  static long of(int[] column) {
    return HEADER + (long) Integer.BYTES * column.length;
  }

  static long of(long[] column) {
    return HEADER + (long) Long.BYTES * column.length;
  }

  static long of(byte[] column) {
    return HEADER + (long) column.length;
  }

  /// Returns the bytes of lists, each counted once; those that are null or empty take none.
  static long of(int[][] lists) {
    long bytes = HEADER + (long) REFERENCE * lists.length;
    for (int[] list : lists) {
      bytes += list == null || list.length == 0 ? 0 : (of(list) + 7) & ~7;
    }
    return bytes;
  }

  static long of(long[][] lists) {
    long bytes = HEADER + (long) REFERENCE * lists.length;
    return bytes + Arrays.stream(lists).filter(each -> each != null).mapToLong(Footprint::of).sum();
  }
}
