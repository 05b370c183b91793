package dev.roost.api.bench;

import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// One way to deliver posts to the inboxes of their authors' followers.
interface Contestant extends AutoCloseable {

  /// Entries of an inbox; the newest stay.
  int INBOX = BenchSystem.INBOX_ROWS;

  /// Work that is ready to be timed.
  ///
  /// @param expected deliveries that the graph asks for
  /// @param run delivers, and returns once all is in inboxes; returns the deliveries it counted
  /// @param verify looks into inboxes afterwards where counting does not show what is in them; its
  ///     time is not measured
  record Delivery(long expected, LongSupplier run, Runnable verify) {

    /// Returns work whose count is proof enough.
    Delivery(long expected, LongSupplier run) {
      this(expected, run, () -> {});
    }
  }

  /// Prepares a round, or the first posts of it, outside the time that is measured.
  Delivery prepare(PostRound round);

  /// Returns how many readers have inboxes.
  int readers();

  /// Returns the bytes kept for all readers outside this JVM; empty if they are inside.
  default OptionalLong bytesOutside() {
    return OptionalLong.empty();
  }

  /// Returns where bytes inside this JVM go, by the name of the part; empty if that is not known.
  default Map<String, Long> bytesByPart() {
    return Map.of();
  }

  @Override
  void close();
}
