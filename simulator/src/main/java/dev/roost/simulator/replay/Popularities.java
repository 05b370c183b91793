package dev.roost.simulator.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Popularity with each half-life that a tuning may choose.
final class Popularities {

  static final List<Duration> HALF_LIVES =
      Stream.concat(
              Stream.of(15, 30, 60, 120, 240, 480).map(Duration::ofMinutes),
              Stream.of(1, 2, 4, 7, 14, 30, 90, 183, 366).map(Duration::ofDays))
          .toList();

  private final List<Popularity> all;

  /// Starts without counts.
  ///
  /// @param start an instant that counts are scaled to
  Popularities(Instant start) {
    all = HALF_LIVES.stream().map(halfLife -> new Popularity(halfLife, start)).toList();
  }

  /// Returns them, in the order of [#HALF_LIVES].
  List<Popularity> all() {
    return all;
  }

  /// Takes notice of a first engagement, after all questions of its instant.
  void tell(int item, Instant at) {
    all.forEach(popularity -> popularity.add(item, at));
  }
}
