package dev.roost.simulator.scenario;

import static java.util.Objects.requireNonNull;

import dev.roost.simulator.world.Examination;
import java.util.Comparator;
import java.util.List;

/// A named story to run a world through.
///
/// @param name such as `flip`; the name of its file
/// @param title a few words, such as `sudden taste flip`
/// @param description one sentence
/// @param drifts in order of onset; empty for a control
/// @param examination how far down a feed people look
public record Scenario(
    String name, String title, String description, List<Drift> drifts, Examination examination) {

  public Scenario {
    requireNonNull(examination);
    drifts = drifts.stream().sorted(Comparator.comparing(Drift::onset)).toList();
  }

  /// Returns a story of people who look down a feed as usual.
  public Scenario(String name, String title, String description, List<Drift> drifts) {
    this(name, title, description, drifts, Examination.usual());
  }

  /// Returns whether nothing is injected.
  public boolean isControl() {
    return drifts.isEmpty();
  }
}
