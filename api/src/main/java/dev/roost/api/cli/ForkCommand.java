package dev.roost.api.cli;

import dev.roost.api.report.Json;
import dev.roost.simulator.port.PortFactory;
import dev.roost.simulator.run.Fork;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Branches a world off a checkpoint.
@Command(
    name = "fork",
    description = {
      "Runs several futures of one world from a checkpoint on, and compares them.",
      "",
      "A branch differs by what happens to the world (--scenario), by its chance (--reseed), or by",
      "both: each scenario is run with each chance, the first of all is what others are compared",
      "with. 'simulate --checkpoint' writes the file."
    })
final class ForkCommand implements Callable<Integer> {

  private static final int TICKS_A_DAY = 96; // of every world that the command line starts

  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--from", paramLabel = "FILE", required = true, description = "The checkpoint.")
  @Nullable Path from;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description =
          "What happens from here on; may be given several times (default: that of the file).")
  List<String> scenarios = List.of();

  @Option(
      names = "--reseed",
      paramLabel = "K",
      description =
          "Other chance from here on, 0 for the same; may be given several times (default: 0).")
  List<Integer> reseeds = List.of(0);

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Simulated days in all (default: those of the file).")
  @Nullable Integer days;

  @Mixin ThreadOption threads = new ThreadOption();

  private final Console console;
  private final Function<Map<String, ?>, PortFactory> recommenders;

  ForkCommand(Console console, Function<Map<String, ?>, PortFactory> recommenders) {
    this.console = console;
    this.recommenders = recommenders;
  }

  @Override
  public Integer call() {
    if (from == null) {
      throw new CommandFailure(ExitCode.USAGE, "--from is missing.");
    }
    var checkpoint = Checkpoints.open(from);
    try {
      var branches = branches();
      int end = days == null ? checkpoint.days() : days;
      long ticks = (long) branches.size() * end * TICKS_A_DAY;
      var factory = recommenders.apply(Map.of());
      try (var bar = ProgressLine.open(console, common.json, "Branching", ticks)) {
        var progress = new WorldProgress(bar);
        print(Fork.run(checkpoint, branches, days, threads.count(), factory, progress));
      }
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
    return ExitCode.OK.number();
  }

  private List<Fork.Branch> branches() {
    if (scenarios.isEmpty()) {
      return reseeds.stream().map(reseed -> new Fork.Branch(null, reseed)).toList();
    }
    return scenarios.stream()
        .map(Home.scenarios()::find)
        .flatMap(story -> reseeds.stream().map(reseed -> new Fork.Branch(story, reseed)))
        .toList();
  }

  private void print(List<Fork.Outcome> outcomes) {
    if (common.json) {
      console.print(Json.pretty(outcomes));
      return;
    }
    console.print(
        "%-16s %-12s %9s %9s  %s"
            .formatted("branch", "digest", "feeds", "value", "change of value"));
    for (var each : outcomes) {
      var change = each.change();
      console.print(
          "%-16s %-12s %9d %9.4f  %+.2f %% (%+.2f to %+.2f)"
              .formatted(
                  each.name(),
                  each.digest().substring(0, 12),
                  each.feeds(),
                  each.valuePerFeed(),
                  100 * change.value(),
                  100 * change.low(),
                  100 * change.high()));
    }
  }
}
