package dev.roost.simulator.port;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Opens recommenders that know nobody yet.
@FunctionalInterface
public interface PortFactory {

  /// Opens a fresh recommender.
  FeedPort open(PortSettings settings);

  /// What a recommender is told about the run.
  ///
  /// @param seed seed of its own chance: exploration, sampling, training
  /// @param threads threads that its actors share, at least 1; no result depends on it
  /// @param start the virtual instant before which nothing happens
  /// @param frozenFrom instant from which no model is trained or installed any more; null for never
  /// @param durable whether entities write a journal
  record PortSettings(
      long seed, int threads, Instant start, @Nullable Instant frozenFrom, boolean durable) {

    public PortSettings {
      requireNonNull(start);
      if (threads < 1) {
        throw new IllegalArgumentException("threads must be at least 1: " + threads);
      }
    }
  }
}
