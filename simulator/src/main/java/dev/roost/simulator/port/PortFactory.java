package dev.roost.simulator.port;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Opens recommenders that know nobody yet.
@FunctionalInterface
public interface PortFactory {

  /// Opens a fresh recommender.
  FeedPort open(PortSettings settings);

  /// Returns whether recommenders so opened can be saved and resumed.
  default boolean keeps(PortSettings settings) {
    return false;
  }

  /// Opens a recommender that goes on from an image.
  ///
  /// @param settings those of the recommender that was saved, but for threads and `frozenFrom`
  /// @throws UnsupportedOperationException if there are no images of these recommenders
  default FeedPort resume(PortSettings settings, InputStream image) {
    throw new UnsupportedOperationException("there are no images of this recommender");
  }

  /// What a recommender is told about the run.
  ///
  /// @param seed seed of its own chance: exploration, sampling, training
  /// @param threads threads that its actors share, at least 1; no result depends on it
  /// @param start the virtual instant before which nothing happens
  /// @param frozenFrom instant from which no model is trained or installed any more; null for never
  /// @param durable whether entities write a journal
  /// @param recording how a recorded log is replayed; null for a world that reads its feeds
  record PortSettings(
      long seed,
      int threads,
      Instant start,
      @Nullable Instant frozenFrom,
      boolean durable,
      @Nullable Recording recording) {

    public PortSettings {
      requireNonNull(start);
      if (threads < 1) {
        throw new IllegalArgumentException("threads must be at least 1: " + threads);
      }
    }

    /// Tells about a run whose readers read their feeds.
    public PortSettings(
        long seed, int threads, Instant start, @Nullable Instant frozenFrom, boolean durable) {
      this(seed, threads, start, frozenFrom, durable, null);
    }
  }

  /// How a log is replayed whose readers never saw our feeds.
  ///
  /// Every question has the scope [dev.roost.model.feed.FeedQuery.Scope#ALL_LIVE], and nothing of
  /// its answer is shown: there are no impressions. The engagements that cite it are its outcome,
  /// at once and in full: the items engaged with are positive examples, with the features that were
  /// logged when it was asked, and the other items of the answer are negative ones, of which the
  /// recommender may keep a weighted sample. Labels close at the next barrier.
  ///
  /// @param horizon age up to which, inclusive, an item is live; a barrier retires what is older
  ///     than this at its instant; positive
  /// @param trainEvery time from the start, and from one training to the next; positive
  /// @param window age up to which a training learns from what was asked; positive
  record Recording(Duration horizon, Duration trainEvery, Duration window) {

    public Recording {
      check(horizon, "horizon");
      check(trainEvery, "trainEvery");
      check(window, "window");
    }

    private static void check(Duration duration, String name) {
      if (!duration.isPositive()) {
        throw new IllegalArgumentException(name + " must be positive: " + duration);
      }
    }
  }
}
