package dev.roost.api.cli;

import dev.roost.api.report.Json;
import dev.roost.api.report.ReplayReportJson;
import dev.roost.simulator.data.LogSource;
import dev.roost.simulator.data.RecordedLog;
import dev.roost.simulator.port.PortFactory;
import dev.roost.simulator.replay.Replay;
import dev.roost.simulator.replay.ReplayListener;
import dev.roost.simulator.replay.ReplayReport;
import dev.roost.simulator.replay.ReplaySettings;
import dev.roost.simulator.replay.ReplayTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs a recorded log through the recommender, which is asked before it is told.
@Command(
    name = "replay",
    description = {
      "Replays a recorded log: the recommender is asked before it is told, beside baselines.",
      "",
      "Every first engagement of a reader with a live item is one question: where does the",
      "recommender rank that item among all live ones? An item lives for 28 days (lastfm, dated by",
      "months: 366 days). Prints a table with 95 %% intervals over readers; writes report.json."
    })
final class ReplayCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--source",
      required = true,
      paramLabel = "FORMAT",
      description = "deskdrop, lastfm, ciaodvd, or csv for a log of your own.")
  @Nullable LogSource source;

  @Option(
      names = "--path",
      required = true,
      paramLabel = "PATH",
      description = "Folder of the data set, or the file of your log.")
  @Nullable Path path;

  @Option(
      names = "--max-errors",
      paramLabel = "N",
      defaultValue = "0",
      description = "Malformed rows to skip; one more and nothing is imported (default: 0).")
  int maxErrors;

  @Option(names = "--limit", paramLabel = "N", description = "Replay only the first N events.")
  int limit = Integer.MAX_VALUE;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of all chance (default: ${DEFAULT-VALUE}).")
  long seed;

  @Mixin ThreadOption threads = new ThreadOption();

  @Option(
      names = "--examples",
      paramLabel = "DIR",
      description = "Folder for examples to train on (default: none are written).")
  @Nullable Path examples;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for report.json (default: runs/replay-FORMAT-SEED).")
  @Nullable Path out;

  private final Console console;
  private final Function<Map<String, ?>, PortFactory> recommenders;

  ReplayCommand(Console console, Function<Map<String, ?>, PortFactory> recommenders) {
    this.console = console;
    this.recommenders = recommenders;
  }

  @Override
  public Integer call() {
    var format = given(source);
    var folder = out != null ? out : Path.of("runs", "replay-" + format + "-" + seed);
    var log = read(format, given(path));
    Results.requireWritable(folder, "--out");
    ExampleFiles.requireWritable(examples);
    var report = replay(log);
    var json = Json.pretty(ReplayReportJson.of(report));
    Results.write(folder, "--out", Map.of("report.json", json + "\n"));
    if (common.json) {
      console.print(json);
    } else {
      ReplayTable.lines(report).forEach(console::print);
      console.print("Report   " + folder.resolve("report.json"));
    }
    return (report.passed() ? ExitCode.OK : ExitCode.CHECK_FAILED).number();
  }

  private RecordedLog read(LogSource format, Path from) {
    require(maxErrors >= 0, "--max-errors must not be negative: " + maxErrors);
    require(limit >= 1, "--limit must be at least 1: " + limit);
    if (!Files.exists(from)) {
      throw new CommandFailure(ExitCode.INVALID_DATA, "--path " + from + " does not exist.");
    }
    return format.read(from, maxErrors).first(limit);
  }

  private ReplayReport replay(RecordedLog log) {
    var settings = ReplaySettings.of(seed, threads.count(), log.protocol());
    var factory = recommenders.apply(ExampleFiles.writtenTo(examples));
    try (var bar = ProgressLine.open(console, common.json, "Replaying", log.events().size())) {
      var listener =
          new ReplayListener() {
            @Override
            public void progressed(int events, int of) {
              bar.at(events);
            }
          };
      return Replay.run(log, factory, settings, listener);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new CommandFailure(ExitCode.USAGE, otherwise);
    }
  }

  private static <T> T given(@Nullable T required) {
    if (required == null) {
      throw new IllegalStateException("the parser lets no required option be missing");
    }
    return required;
  }
}
