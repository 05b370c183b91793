package dev.roost.simulator.run;

import dev.roost.simulator.drift.Injection;
import dev.roost.simulator.drift.Muster;
import dev.roost.simulator.port.PipelineFault;
import dev.roost.simulator.scenario.Scenario;
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
  List<PipelineFault> faults = List.of(); // at work in the recommender
  LateReports late = new LateReports();

  /// Returns this world under another story from here on, or with another end.
  ///
  /// @throws IllegalArgumentException if one of the two stories has begun, or asks for other people
  WorldState branch(Scenario story, int days) {
    var before = settings.scenario();
    if (story.equals(before) && days == settings.days()) {
      return this;
    }
    check(tick <= days * settings.ticksPerDay(), "it is past the end of day " + days + " already");
    check(
        story.equals(before) || tick <= Math.min(onset(before), onset(story)),
        "a drift has begun before: branch off a checkpoint before its onset");
    check(story.world().equals(before.world()), "its people are of another kind");
    var needed = Muster.of(story, settings.users(), days);
    var room = world.people().census();
    check(
        needed.expected() <= room.expected(),
        "the scenario %s brings %d people, and it has room for %d: branch off a checkpoint of that scenario"
            .formatted(story.name(), needed.expected(), room.expected()));
    check(
        needed.bots() <= room.bots(),
        "the scenario %s brings %d bots, and it has room for %d: branch off a checkpoint of that scenario"
            .formatted(story.name(), needed.bots(), room.bots()));
    check(
        needed.joining() <= room.joining(),
        "%d people join until day %d, and it has room for %d: write the checkpoint in a run of so many days"
            .formatted(needed.joining(), days, room.joining()));
    var others = settings.with(story, days);
    if (!story.equals(before)) {
      world.release();
    }
    var drifts =
        story.equals(before)
            ? injections
            : story.drifts().stream().map(drift -> Injection.of(drift, world)).toList();
    var affected = WorldRunner.affected(world, drifts);
    var branch =
        new WorldState(others, world, memory, drifts, chronicle.branch(others, affected, tick));
    branch.tick = tick;
    branch.published = published;
    branch.pendingDeletions = pendingDeletions;
    branch.faults = faults;
    branch.late = late;
    return branch;
  }

  private int onset(Scenario story) {
    return story.drifts().stream()
        .mapToInt(drift -> Timeline.tick(drift, settings.tick()))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("this world cannot branch so: " + otherwise);
    }
  }

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
