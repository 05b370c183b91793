package dev.roost.simulator.run;

import dev.roost.simulator.drift.Injection;
import dev.roost.simulator.world.World;
import java.util.List;

/// A world on its way, between two ticks: all of it that is not the recommender.
///
/// Data only, so that an image is written field by field: what is added to the world is in it.
final class WorldState {

  final SimulationSettings settings;
  final World world;
  final Memory memory;
  final List<Injection> injections; // of the scenario, prepared for this world, in order of onset
  final Chronicle chronicle;
  int tick; // the next one
  int published; // items sent so far
  int[] pendingDeletions = new int[0];

  WorldState(
      SimulationSettings settings,
      World world,
      Memory memory,
      List<Injection> injections,
      Chronicle chronicle) {
    this.settings = settings;
    this.world = world;
    this.memory = memory;
    this.injections = injections;
    this.chronicle = chronicle;
  }
}
