package dev.roost.api.cli;

import dev.roost.api.bench.Bench;
import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchReport;
import dev.roost.api.report.Json;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures Roost beside what others would use; each bench is a subcommand.
@Command(
    name = "bench",
    synopsisSubcommandLabel = "NAME",
    description = {
      "Measures Roost beside what others would use, and beside what the machine allows, in one run.",
      "",
      "Compare ratios of one run, on a machine that does nothing else. './roost bench NAME --help'",
      "tells what a bench measures and what it needs."
    })
final class BenchCommand implements Runnable {

  @Mixin CommonOptions common = new CommonOptions();

  @Spec @Nullable CommandSpec spec;

  /// Returns the command with all benches.
  static CommandLine of(Console console) {
    return new CommandLine(new BenchCommand())
        .addSubcommand(new BenchFanoutCommand(console))
        .addSubcommand(new BenchFeedCommand(console))
        .addSubcommand(new BenchRankCommand(console));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "Which bench? There are: "
              + String.join(", ", new TreeSet<>(spec.subcommands().keySet())));
    }
  }

  /// Runs a bench, prints what it found, and returns it.
  static BenchReport run(Bench bench, boolean json, Console console) {
    var report = BenchReport.of(bench, bench.run(listener(json, console)));
    var lines = json ? List.of(Json.pretty(report)) : bench.lines(report);
    lines.forEach(console::print);
    return report;
  }

  private static BenchListener listener(boolean json, Console console) {
    return new BenchListener() {
      @Override
      public void doing(String what) {
        if (!json) {
          console.tell(what);
        }
      }

      @Override
      public void leavingOut(String why) {
        console.tell(why);
      }
    };
  }
}
