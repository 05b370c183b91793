package dev.roost.model.feed;

/// Where a row stands in a timeline: by time, then by identifier compared as unsigned.
///
/// The order is that of rows, so a place stays where it is whatever arrives and whatever leaves.
///
/// @param atMillis when the item was posted, in epoch milliseconds
/// @param item the item's identifier
public record Place(long atMillis, long item) implements Comparable<Place> {

  /// Returns whether this place comes before another in time.
  public boolean isOlderThan(Place other) {
    return compareTo(other) < 0;
  }

  /// Returns a negative number if this place is older, a positive one if it is newer.
  @Override
  public int compareTo(Place other) {
    return compareTo(other.atMillis, other.item);
  }

  /// Returns whether the first of two places, told in parts, is older.
  public static boolean isOlder(long atMillis, long item, long otherAtMillis, long otherItem) {
    return atMillis < otherAtMillis
        || (atMillis == otherAtMillis && Long.compareUnsigned(item, otherItem) < 0);
  }

  /// Compares as [#compareTo(Place)] does with a place that was not made.
  int compareTo(long otherAtMillis, long otherItem) {
    int byTime = Long.compare(atMillis, otherAtMillis);
    return byTime != 0 ? byTime : Long.compareUnsigned(item, otherItem);
  }
}
