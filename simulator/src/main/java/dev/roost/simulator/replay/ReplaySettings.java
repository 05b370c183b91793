package dev.roost.simulator.replay;

import static java.util.Objects.requireNonNull;

import dev.roost.model.metric.MeanInterval;
import dev.roost.simulator.data.Protocol;

/// How a log is replayed.
///
/// @param seed of all chance: training, ties, intervals
/// @param threads threads of the recommender, at least 1; no result depends on it
/// @param inFlight most requests that await an answer at any time, at least 1
/// @param resamples of each interval, at least 40
public record ReplaySettings(
    long seed, int threads, Protocol protocol, int inFlight, int resamples) {

  public ReplaySettings {
    requireNonNull(protocol);
    check(threads >= 1, "threads must be at least 1: " + threads);
    check(inFlight >= 1, "inFlight must be at least 1: " + inFlight);
    check(resamples >= 40, "resamples must be at least 40: " + resamples);
  }

  /// Returns the settings of a replay that differs from the default only in what is given.
  public static ReplaySettings of(long seed, int threads, Protocol protocol) {
    return new ReplaySettings(seed, threads, protocol, 64, MeanInterval.RESAMPLES);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
