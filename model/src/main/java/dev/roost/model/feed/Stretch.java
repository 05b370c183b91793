package dev.roost.model.feed;

import org.jspecify.annotations.Nullable;

/// The part of a timeline that is strictly older than one place and strictly newer than another.
///
/// @param before its rows are older than this; null leaves the newer end open
/// @param after its rows are newer than this; null leaves the older end open
public record Stretch(@Nullable Place before, @Nullable Place after) {

  /// The whole timeline.
  public static final Stretch ALL = new Stretch(null, null);

  /// Returns whether a row at that place belongs to this part.
  public boolean holds(Place place) {
    return holds(place.atMillis(), place.item());
  }

  /// Returns whether a row from that time, with that identifier, belongs to this part.
  public boolean holds(long atMillis, long item) {
    return (before == null || before.compareTo(atMillis, item) > 0)
        && (after == null || after.compareTo(atMillis, item) < 0);
  }
}
