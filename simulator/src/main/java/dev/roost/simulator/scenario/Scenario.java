package dev.roost.simulator.scenario;

import java.util.Comparator;
import java.util.List;

/// A named story to run a world through.
///
/// @param name such as `flip`; the name of its file
/// @param title a few words, such as `sudden taste flip`
/// @param description one sentence
/// @param drifts in order of onset; empty for a control
public record Scenario(String name, String title, String description, List<Drift> drifts) {

  public Scenario {
    drifts = drifts.stream().sorted(Comparator.comparing(Drift::onset)).toList();
  }

  /// Returns whether nothing is injected.
  public boolean isControl() {
    return drifts.isEmpty();
  }
}
