package dev.roost.model.feed;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.Device;

/// The circumstances under which a feed is asked for.
///
/// @param depth feeds that the reader already asked for in this session, at least 0
/// @param from items of this feed that were asked for before, on earlier pages; at least 0
/// @param device on what it is read
public record Occasion(int depth, int from, Device device) {

  /// A first page on a device of which nothing is known.
  public static final Occasion FIRST = new Occasion(0, 0, Device.UNKNOWN);

  public Occasion {
    requireNonNull(device);
    if (depth < 0) {
      throw new IllegalArgumentException("depth must be at least 0: " + depth);
    }
    if (from < 0) {
      throw new IllegalArgumentException("from must be at least 0: " + from);
    }
  }

  /// Returns the occasion at which so many feeds were asked for before.
  public static Occasion atDepth(int depth) {
    return new Occasion(depth, 0, Device.UNKNOWN);
  }
}
