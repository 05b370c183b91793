package dev.roost.simulator.replay;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import java.util.List;

/// Hears how a replay goes; called from one thread, and must return at once.
public interface ReplayListener {

  /// Hears that all events up to here are told.
  ///
  /// @param events of all of them
  /// @param of how many there are
  default void progressed(int events, int of) {}

  /// Hears what became of one question, those of the tuning time included.
  ///
  /// @param rank of the item as served, counted from 1
  /// @param baselines ranks of the item by each baseline, in the order of the report; empty in the
  ///     tuning time
  /// @param candidates items that competed
  default void answered(
      Instant at, UserId reader, ItemId item, int rank, List<Integer> baselines, int candidates) {}

  /// Returns a listener that ignores everything.
  static ReplayListener none() {
    return new ReplayListener() {};
  }
}
