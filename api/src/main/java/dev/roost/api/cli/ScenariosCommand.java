package dev.roost.api.cli;

import dev.roost.api.report.Json;
import dev.roost.simulator.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists what can happen to a world.
@Command(
    name = "scenarios",
    description = {
      "Lists the scenarios that 'simulate' can run.",
      "",
      "A file config/scenarios/NAME.conf adds one; the README of config says how."
    })
final class ScenariosCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  private final Console console;

  ScenariosCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var all = Home.scenarios().all();
    if (common.json) {
      console.print(Json.pretty(all.stream().map(ScenariosCommand::listed).toList()));
    } else {
      all.forEach(each -> console.print(describe(each)));
    }
    return ExitCode.OK.number();
  }

  private static String describe(Scenario each) {
    return "%-12s %s: %s".formatted(each.name(), each.title(), each.description());
  }

  private static Listed listed(Scenario each) {
    var drifts =
        each.drifts().stream()
            .map(
                drift ->
                    new Change(
                        drift.kind(), drift.suspect(), drift.slice(), drift.onset(), drift.ramp()))
            .toList();
    return new Listed(each.name(), each.title(), each.description(), drifts);
  }

  /// A scenario as `--json` prints it.
  record Listed(String name, String title, String description, List<Change> drifts) {}

  /// What a scenario does to the world.
  record Change(String kind, String suspect, String slice, Duration onset, Duration ramp) {}
}
