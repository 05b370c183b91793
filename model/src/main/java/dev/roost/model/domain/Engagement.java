package dev.roost.model.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// One thing that a reader did with one item.
///
/// @param position place in the feed, counted from 0; -1 if it was not met in a feed
/// @param dwell time spent; zero unless the kind is [EngagementKind#VIEW]
public record Engagement(ItemId item, EngagementKind kind, int position, Duration dwell) {

  public Engagement {
    requireNonNull(item);
    requireNonNull(kind);
    if (position < -1) {
      throw new IllegalArgumentException("position must be at least -1: " + position);
    }
    if (dwell.isNegative() || (kind != EngagementKind.VIEW && !dwell.isZero())) {
      throw new IllegalArgumentException("dwell of a " + kind + " cannot be " + dwell);
    }
  }

  /// Returns an engagement without dwell time.
  public static Engagement of(ItemId item, EngagementKind kind, int position) {
    return new Engagement(item, kind, position, Duration.ZERO);
  }
}
