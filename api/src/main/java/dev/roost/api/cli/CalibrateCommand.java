package dev.roost.api.cli;

import dev.roost.api.report.Json;
import dev.roost.simulator.calibrate.CalibrationTable;
import dev.roost.simulator.calibrate.GraphFit;
import dev.roost.simulator.calibrate.RealGraph;
import dev.roost.simulator.run.SimulationSettings;
import dev.roost.simulator.scenario.WorldFile;
import dev.roost.simulator.world.EngagementWeights;
import dev.roost.simulator.world.World;
import dev.roost.simulator.world.WorldSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells how near the synthetic world comes to real data.
@Command(
    name = "calibrate",
    description = {
      "Holds the synthetic world against real data, statistic by statistic.",
      "",
      "Who follows whom is held against Twitch and Last.fm (friendships, beside the follows that are",
      "returned) and CiaoDVD (trust, beside all follows). The data sets are public; --data names the",
      "folder that holds twitch, lastfm_hetrec and ciaodvd as docs/calibration.md describes them."
    })
final class CalibrateCommand implements Callable<Integer> {

  private static final int TICK_SECONDS = 900;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that holds the data sets (default: $ROOST_DATA).")
  @Nullable Path data;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "7000",
      description = "People in the world, 100 to 1000000 (default: ${DEFAULT-VALUE}).")
  int users;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of all chance (default: ${DEFAULT-VALUE}).")
  long seed;

  private final Console console;

  CalibrateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (users < 100 || users > 1_000_000) {
      throw new CommandFailure(ExitCode.USAGE, "--users must be from 100 to 1000000: " + users);
    }
    var real = RealGraph.all(folder());
    var world =
        World.generate(
            new WorldSettings(
                seed, users, SimulationSettings.START, TICK_SECONDS, WorldFile.usual()),
            EngagementWeights.standard());
    var fit = GraphFit.of(real, world.follows(), world.people(), seed);
    if (common.json) {
      console.print(Json.pretty(new Calibration(users, seed, fit)));
    } else {
      console.print("WORLD    %,d people, seed %d".formatted(users, seed));
      CalibrationTable.lines(fit).forEach(console::print);
    }
    return ExitCode.OK.number();
  }

  /// The report as `--json` prints it.
  record Calibration(int users, long seed, GraphFit graph) {}

  private Path folder() {
    String usual = System.getenv("ROOST_DATA");
    var folder = data == null && usual != null ? Path.of(usual) : data;
    if (folder == null) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--data is missing: give the folder that holds "
              + RealGraph.FOLDERS
              + "; docs/calibration.md says where these public data sets come from.");
    }
    for (var name : RealGraph.FOLDERS) {
      if (!Files.isDirectory(folder.resolve(name))) {
        throw new CommandFailure(
            ExitCode.INVALID_DATA,
            "--data %s holds no folder %s; docs/calibration.md says where it comes from."
                .formatted(folder, name));
      }
    }
    return folder;
  }
}
