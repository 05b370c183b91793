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
      "neighbours  the items nearest to a taste, of 32,768 items and of four times as many up to --items:",
      "         by a scan of all, and by graphs of all but the newest 16,384; how many of the nearest 120",
      "         the graphs find, and what it costs to build them.",
      "request  whole feeds through the actors of a node in this process, whose world lived for some days",
      "         before: some 1,000 candidates retrieved, 200 of them scored by all heads of the model,",
      "         re-ranked to 20. How many a second two threads answer, how long one takes at half of that",
      "         rate, from when it was due, and the share of each stage in the time of all threads.",
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
      names = "--items",
      paramLabel = "N",
      defaultValue = "524288",
      description = "Items among which neighbours are sought, at most (default: ${DEFAULT-VALUE}).")
  int items;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Users of the world whose feeds are made (default: ${DEFAULT-VALUE}).")
  int users;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "4",
      description = "Days that it lives before, at least 2 (default: ${DEFAULT-VALUE}).")
  int days;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Seconds of each measurement of feeds (default: ${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--request-rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds of feeds (default: ${DEFAULT-VALUE}).")
  int requestRounds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of the rows and of the world (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--parts",
      paramLabel = "LIST",
      defaultValue = "all",
      description =
          "What is measured: all, or some of scoring, neighbours, request (default: all).")
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
          rows,
          features,
          trees,
          depth,
          training,
          rounds,
          items,
          users,
          days,
          seconds,
          requestRounds,
          seed,
          RankPart.parse(parts));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
