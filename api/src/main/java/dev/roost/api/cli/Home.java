package dev.roost.api.cli;

import dev.roost.simulator.scenario.Scenarios;
import java.nio.file.Path;

/// The folder of Roost, which the launcher names.
final class Home {

  private Home() {}

  /// Returns the scenarios that come with Roost and those of `config/scenarios`.
  static Scenarios scenarios() {
    return Scenarios.with(Path.of(System.getProperty("roost.home", "."), "config", "scenarios"));
  }
}
