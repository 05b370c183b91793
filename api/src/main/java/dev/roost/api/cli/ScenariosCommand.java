package dev.roost.api.cli;

import dev.roost.api.report.Json;
import dev.roost.simulator.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Lists what can happen to a world.
@Command(
    name = "scenarios",
    description = {
      "Lists the scenarios that 'simulate' can run, or prints the file of one.",
      "",
      "There is one for each kind of drift. A file config/scenarios/NAME.conf adds another; begin with",
      "a printed one, which says what each of its keys means."
    })
final class ScenariosCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Scenario whose file is printed (default: all are listed).")
  @Nullable String name;

  private final Console console;

  ScenariosCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (name != null) {
      console.print(Home.scenarios().text(name).strip());
      return ExitCode.OK.number();
    }
    var all = Home.scenarios().all();
    if (common.json) {
      console.print(Json.pretty(all.stream().map(ScenariosCommand::listed).toList()));
    } else {
      all.forEach(each -> console.print(describe(each)));
    }
    return ExitCode.OK.number();
  }

  private static String describe(Scenario each) {
    return "%-24s %s".formatted(each.name(), each.description());
  }

  private static Listed listed(Scenario each) {
    var drifts =
        each.drifts().stream()
            .map(
                drift ->
                    new Change(
                        drift.kind().label(),
                        drift.kind().cause().label(),
                        drift.slice().label(),
                        drift.onset(),
                        drift.ramp().length()))
            .toList();
    return new Listed(each.name(), each.title(), each.description(), drifts);
  }

  /// A scenario as `--json` prints it.
  record Listed(String name, String title, String description, List<Change> drifts) {}

  /// What a scenario does to the world.
  record Change(String kind, String suspect, String slice, Duration onset, Duration ramp) {}
}
