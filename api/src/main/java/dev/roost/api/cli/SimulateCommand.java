package dev.roost.api.cli;

import dev.roost.api.report.Json;
import dev.roost.api.report.Provenance;
import dev.roost.api.report.RunReportHtml;
import dev.roost.api.report.RunReportJson;
import dev.roost.api.report.VerdictText;
import dev.roost.simulator.port.PortFactory;
import dev.roost.simulator.report.RunReport;
import dev.roost.simulator.run.Simulation;
import dev.roost.simulator.run.SimulationSettings;
import dev.roost.simulator.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The main job: runs a world with an injected drift, prints the verdict, writes the report.
@Command(
    name = "simulate",
    description = {
      "Runs a synthetic world with an injected drift; tells which monitor saw it, and what it cost.",
      "",
      "Without options: 5,000 users for 21 days, the tastes of one country flip on day 11, and three",
      "twin worlds run beside it for comparison. Prints the verdict; writes report.html and",
      "report.json. Equal options and seeds give equal digests, on any number of threads."
    })
final class SimulateCommand implements Callable<Integer> {

  private static final int WORLDS_WITH_TWINS = 4;
  private static final int TICKS_A_DAY = 96; // of every world that the command line starts
  private static final List<String> FIXED =
      List.of(
          "--scenario",
          "--seed",
          "--users",
          "--days",
          "--durable",
          "--examples",
          "--checkpoint",
          "--checkpoint-day");

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      defaultValue = "flip",
      description = "What happens to the world; './roost scenarios' lists them (default: flip).")
  String scenario = "flip";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of all chance (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Readers and authors, at least 50 (default: ${DEFAULT-VALUE}).")
  int users;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "21",
      description = "Simulated days (default: ${DEFAULT-VALUE}).")
  int days;

  @Option(
      names = "--no-twins",
      description = "Run the main world only: faster, but nothing tells what the drift cost.")
  boolean noTwins;

  @Mixin ThreadOption threads = new ThreadOption();

  @Option(
      names = "--durable",
      description = "Write every fact to a journal, as 'serve' does; slower.")
  boolean durable;

  @Option(
      names = "--examples",
      paramLabel = "DIR",
      description = "Folder for examples to train on, with --no-twins (default: none are written).")
  @Nullable Path examples;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the report (default: runs/SCENARIO-SEED).")
  @Nullable Path out;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Write the world to a file on the way, with --no-twins.")
  @Nullable Path checkpoint;

  @Option(
      names = "--checkpoint-day",
      paramLabel = "N",
      defaultValue = "10",
      description = "At the beginning of which day, from 0 (default: ${DEFAULT-VALUE}).")
  int checkpointDay;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Go on from a checkpoint to its end; all but --threads and --out is as in the file.")
  @Nullable Path resume;

  @Spec @Nullable CommandSpec spec;

  private final Console console;
  private final Function<Map<String, ?>, PortFactory> recommenders;

  SimulateCommand(Console console, Function<Map<String, ?>, PortFactory> recommenders) {
    this.console = console;
    this.recommenders = recommenders;
  }

  @Override
  public Integer call() {
    if (resume != null) {
      return resume(resume);
    }
    var settings = settings(Home.scenarios().find(scenario));
    if (checkpoint != null && !alone(settings)) {
      throw new CommandFailure(
          ExitCode.USAGE, "--checkpoint needs --no-twins: it holds one world.");
    }
    if (examples != null && !alone(settings)) {
      throw new CommandFailure(
          ExitCode.USAGE, "--examples needs --no-twins: every twin would write its own.");
    }
    var folder = folder();
    if (checkpoint != null) {
      Results.requireWritable(checkpoint.resolveSibling(".").toAbsolutePath(), "--checkpoint");
    }
    ExampleFiles.requireWritable(examples);
    return tell(run(settings), folder);
  }

  private Path folder() {
    var folder = out != null ? out : Path.of("runs", scenario + "-" + seed);
    Results.requireWritable(folder, "--out");
    return folder;
  }

  /// Goes on from a file, whose settings stand.
  private Integer resume(Path file) {
    if (spec != null) {
      for (var name : FIXED) {
        if (spec.commandLine().getParseResult().hasMatchedOption(name)) {
          throw new CommandFailure(
              ExitCode.USAGE,
              name + " contradicts --resume: the checkpoint tells; './roost fork' changes it.");
        }
      }
    }
    var found = Checkpoints.open(file);
    scenario = found.scenario();
    seed = found.seed();
    users = found.users();
    days = found.days();
    noTwins = true;
    var folder = folder();
    var factory = recommenders.apply(Map.of());
    var cost = CostMeter.start();
    long ticks = (long) found.days() * TICKS_A_DAY;
    try (var bar = ProgressLine.open(console, common.json, "Simulating", ticks)) {
      var done = new WorldProgress(bar);
      return tell(cost.addTo(Simulation.resume(found, threads.count(), factory, done)), folder);
    }
  }

  private Integer tell(RunReport report, Path folder) {
    var json = RunReportJson.of(report, provenance());
    Results.write(
        folder,
        "--out",
        Map.of("report.json", Json.pretty(json) + "\n", "report.html", RunReportHtml.of(json)));
    if (common.json) {
      console.print(Json.pretty(json));
    } else {
      VerdictText.lines(report).forEach(console::print);
      console.print(VerdictText.line("Report", folder.resolve("report.html").toString()));
    }
    return (report.verdict().passed() ? ExitCode.OK : ExitCode.CHECK_FAILED).number();
  }

  private SimulationSettings settings(Scenario found) {
    try {
      return SimulationSettings.of(users, days, seed, threads.count(), !noTwins, found)
          .durable(durable);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private RunReport run(SimulationSettings settings) {
    long ticks = (long) settings.ticks() * (alone(settings) ? 1 : WORLDS_WITH_TWINS);
    var factory = recommenders.apply(ExampleFiles.writtenTo(examples));
    var cost = CostMeter.start();
    try (var bar = ProgressLine.open(console, common.json, "Simulating", ticks)) {
      var done = new WorldProgress(bar);
      var report =
          checkpoint == null
              ? Simulation.run(settings, factory, done)
              : Simulation.run(
                  settings, factory, done, checkpoint, Checkpoints.build(), checkpointDay);
      return cost.addTo(report);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private boolean alone(SimulationSettings settings) {
    return noTwins || settings.scenario().isControl();
  }

  private Provenance provenance() {
    var words =
        List.of(
            "./roost simulate --scenario " + scenario,
            "--seed " + seed,
            "--users " + users,
            "--days " + days);
    var command =
        String.join(" ", words) + (noTwins ? " --no-twins" : "") + (durable ? " --durable" : "");
    return Provenance.ofProcess(Version.ofRoost(), threads.count(), command);
  }
}
