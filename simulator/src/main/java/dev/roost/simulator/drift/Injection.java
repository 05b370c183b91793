package dev.roost.simulator.drift;

import dev.roost.simulator.port.PipelineFault;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.World;
import java.util.List;

/// A drift at work in one world.
public interface Injection {

  /// Prepares a drift for a world.
  ///
  /// @throws IllegalArgumentException if it would touch nobody there
  static Injection of(Drift drift, World world) {
    return new Preparation(drift, world).injection();
  }

  /// Changes the world as it is due at the beginning of a tick; called once for each, in order.
  void apply(int tick);

  /// Returns what of the recommender is broken from the last tick applied on; empty for most.
  default List<PipelineFault> faults() {
    return List.of();
  }

  /// Returns which users the drift touches sooner or later; shape `[people]`, fresh.
  boolean[] affected();
}
