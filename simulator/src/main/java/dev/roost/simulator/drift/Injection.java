package dev.roost.simulator.drift;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.World;

/// A drift at work in one world.
public interface Injection {

  /// Prepares a drift for a world.
  ///
  /// @throws IllegalArgumentException if the world has no such place
  static Injection of(Drift drift, World world) {
    return switch (drift) {
      case Drift.TasteFlip flip -> TasteFlipping.prepare(flip, world);
    };
  }

  /// Changes the world as it is due at the beginning of a tick; called once for each, in order.
  void apply(int tick);

  /// Returns which users the drift touches sooner or later; shape `[users]`, fresh.
  boolean[] affected();
}
