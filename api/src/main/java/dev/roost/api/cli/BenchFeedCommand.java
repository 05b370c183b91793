package dev.roost.api.cli;

import dev.roost.api.bench.feed.FeedBench;
import dev.roost.api.bench.feed.FeedBenchSettings;
import dev.roost.api.bench.feed.FeedPart;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The work of push and pull, how long reads take, and how cost grows.
@Command(
    name = FeedBench.NAME,
    description = {
      "Measures what building feeds costs.",
      "",
      "work     time that delivering and reading take with every edge pushed, every edge pulled,",
      "         edges of authors up to some followers pushed, and the choice per edge, at 1, 5 and",
      "         50 reads a post. Each user posts and reads at a rate of their own (lognormal), and",
      "         midway all rates change. Work is what a strategy spends on pushing and pulling:",
      "         delivering less what all-pull spends on stepping over the posts, plus reading less",
      "         what all-push spends on copying an inbox; total is all of both.",
      "",
      "Fails if strategies find different posts. The default size needs a heap of about 5 GiB."
    })
final class BenchFeedCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Users; each reads and posts (default: ${DEFAULT-VALUE}).")
  int users;

  @Option(
      names = "--edges",
      paramLabel = "N",
      defaultValue = "5000000",
      description = "Follows; power-law by author (default: ${DEFAULT-VALUE}).")
  int edges;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of the graph, the posts and the reads (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds that count (default: ${DEFAULT-VALUE}).")
  int rounds;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "1200000",
      description = "Posts and reads of one round of work (default: ${DEFAULT-VALUE}).")
  int events;

  @Option(
      names = "--parts",
      paramLabel = "LIST",
      defaultValue = "all",
      description = "What is measured: all, or some of work.")
  String parts = "all";

  @Option(
      names = "--cost-ratios",
      paramLabel = "LIST",
      split = ",",
      hidden = true,
      description = "Costs of a pull, counted in pushes, at which the choice per edge is tried.")
  List<Double> costRatios = List.of();

  private final Console console;

  BenchFeedCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return BenchCommand.run(new FeedBench(settings()), common.json, console);
  }

  private FeedBenchSettings settings() {
    try {
      return new FeedBenchSettings(
          users, edges, seed, rounds, events, FeedPart.parse(parts), costRatios);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
