package dev.roost.api.cli;

import dev.roost.api.bench.rank.RankBench;
import dev.roost.api.bench.rank.RankBenchSettings;
import dev.roost.api.bench.rank.RankPart;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How fast ranking is.
@Command(
    name = RankBench.NAME,
    description = {
      "Measures how fast ranking is.",
      "",
      "scoring  one batch scored on one thread, in microseconds: by Smile's own prediction, by Roost's",
      "         portable and vector scorers on the same trees, and by LightGBM and XGBoost, native,",
      "         on as many trees, as deep, that each trains on the same generated rows. The vector",
      "         scorer reads rows in bins of one byte, which are made as features are; 'quantise' is",
      "         the time of making them from floats, 'roost-vector-floats' that of both together.",
      "         All take turns within each round; the median round is printed, and ratios are taken",
      "         within a round.",
      "",
      "Fails if a probability differs from Smile's by more than 1e-9, or both scorers of Roost from each",
      "other. A library that does not run here is left out, and that is told."
    })
final class BenchRankCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "500",
      description = "Rows of a batch (default: ${DEFAULT-VALUE}).")
  int rows;

  @Option(
      names = "--features",
      paramLabel = "N",
      defaultValue = "40",
      description = "Features of a row (default: ${DEFAULT-VALUE}).")
  int features;

  @Option(
      names = "--trees",
      paramLabel = "N",
      defaultValue = "100",
      description = "Trees of each model (default: ${DEFAULT-VALUE}).")
  int trees;

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "6",
      description = "Depth of a tree (default: ${DEFAULT-VALUE}).")
  int depth;

  @Option(
      names = "--training",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Rows that each library trains on (default: ${DEFAULT-VALUE}).")
  int training;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "15",
      description = "Rounds that count (default: ${DEFAULT-VALUE}).")
  int rounds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of the rows (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--parts",
      paramLabel = "LIST",
      defaultValue = "all",
      description = "What is measured: all, or some of scoring (default: all).")
  String parts = "all";

  private final Console console;

  BenchRankCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    BenchCommand.run(new RankBench(settings()), common.json, console);
    return ExitCode.OK.number();
  }

  private RankBenchSettings settings() {
    try {
      return new RankBenchSettings(
          rows, features, trees, depth, training, rounds, seed, RankPart.parse(parts));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
