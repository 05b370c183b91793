package dev.roost.simulator.scenario;

import static java.util.Objects.requireNonNull;

import dev.roost.simulator.world.WorldShape;
import java.util.Comparator;
import java.util.List;

/// A named story to run a world through.
///
/// @param name such as `flip`; the name of its file
/// @param title a few words, such as `sudden taste flip`
/// @param description one sentence
/// @param drifts in order of onset; only controls, or none at all, in a control
/// @param world what its people are like
public record Scenario(
    String name, String title, String description, List<Drift> drifts, WorldShape world) {

  public Scenario {
    requireNonNull(world);
    drifts = drifts.stream().sorted(Comparator.comparing(Drift::onset)).toList();
  }

  /// Returns a story of people as they usually are.
  public Scenario(String name, String title, String description, List<Drift> drifts) {
    this(name, title, description, drifts, WorldFile.usual());
  }

  /// Returns whether nothing is injected about which anybody should be alarmed.
  public boolean isControl() {
    return drifts.stream().allMatch(drift -> drift.kind().isControl());
  }

  /// Returns the first drift about which somebody should be alarmed.
  ///
  /// @throws java.util.NoSuchElementException if it is a control
  public Drift first() {
    return drifts.stream().filter(drift -> !drift.kind().isControl()).findFirst().orElseThrow();
  }
}
