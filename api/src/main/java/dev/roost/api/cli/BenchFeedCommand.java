package dev.roost.api.cli;

import dev.roost.api.bench.feed.FeedBench;
import dev.roost.api.bench.feed.FeedBenchSettings;
import dev.roost.api.bench.feed.FeedPart;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "latency  reads of 500 posts on one thread and through the sharded entity of the reader; and",
      "         through the actors at a quarter of the posts that saturate them, each read counted",
      "         from when it was due, without and with an author of 300,000 followers who posts",
      "         once a second (ten elevenths of the users, if fewer than 100,000 are asked for).",
      "growth   deliveries, bytes and reads from 10,000 to 1,000,000 users of 50 follows, and the",
      "         cost of a delivery by the followers of the author.",
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
      defaultValue = "1500000",
      description = "Posts and reads of one round of work (default: ${DEFAULT-VALUE}).")
  int events;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Length of each run under open load (default: ${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--largest",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Users at which growth ends (default: ${DEFAULT-VALUE}).")
  int largest;

  @Option(
      names = "--chart",
      paramLabel = "DIR",
      description = "Folder to which charts of work and growth are written, as SVG.")
  @Nullable Path chart;

  @Option(
      names = "--parts",
      paramLabel = "LIST",
      defaultValue = "all",
      description = "What is measured: all, or some of work,latency,growth (default: all).")
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
          users,
          edges,
          seed,
          rounds,
          events,
          seconds,
          largest,
          FeedPart.parse(parts),
          costRatios,
          chart);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
