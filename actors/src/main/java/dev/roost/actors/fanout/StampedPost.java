package dev.roost.actors.fanout;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.Post;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A stored post on its way to readers.
///
/// @param acknowledgedMicros when its author was told that it is stored, in microseconds since the
///     epoch; 0 if unknown
record StampedPost(Post post, long acknowledgedMicros) {

  StampedPost {
    requireNonNull(post);
  }

  /// Returns a post that was acknowledged at that instant; fractions of a microsecond are dropped.
  static StampedPost of(Post post, Instant acknowledged) {
    return new StampedPost(post, ChronoUnit.MICROS.between(Instant.EPOCH, acknowledged));
  }
}
