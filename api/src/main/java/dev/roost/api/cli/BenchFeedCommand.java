package dev.roost.api.cli;

import dev.roost.api.bench.BenchReport;
import dev.roost.api.bench.feed.FeedBench;
import dev.roost.api.bench.feed.FeedBenchSettings;
import dev.roost.api.bench.feed.FeedCharts;
import dev.roost.api.bench.feed.FeedPart;
import java.nio.file.Path;
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
      "         50 reads a post, first where a read asks for 500 posts, then for a page of 50. Each",
      "         user posts and reads at a rate of their own (lognormal), and midway all rates change.",
      "         Work is what a strategy spends on pushing and pulling: delivering less what all-pull",
      "         spends on stepping over the posts, plus reading less what all-push spends on copying an",
      "         inbox; total is all of both. There are --work-users, with as many follows each as the",
      "         graph of --users and --edges has; the more there are, the more --events it takes until",
      "         rates can be estimated.",
      "latency  reads of 500 posts on one thread (2,000 users of 50 follows) and through the sharded",
      "         entity of the reader (1,000 users of 50 follows); and through the actors at a quarter",
      "         of the posts that saturate them, each read counted from when it was due, without and",
      "         with an author of 300,000 followers who posts once a second. Under load there are",
      "         --users with as many followers each; where 100,000 or more are asked for, at least",
      "         330,000, and where fewer are, ten elevenths of them follow the author.",
      "growth   deliveries, bytes and reads from 10,000 users to --largest, of 50 follows each, and",
      "         the cost of a delivery by the followers of the author.",
      "",
      "Fails if strategies find different posts. What does not fit into the heap is left out, and that",
      "is told first: the default size needs about 5.5 GiB."
    })
final class BenchFeedCommand implements Callable<Integer> {

  private static final String CHART = "--chart";

  @Mixin CommonOptions common = new CommonOptions();

  @Mixin GraphOptions graph = new GraphOptions(100_000, 5_000_000, 3);

  @Option(
      names = "--work-users",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Users of the part work (default: ${DEFAULT-VALUE}).")
  int workUsers;

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
      names = CHART,
      paramLabel = "DIR",
      description = "Folder to which charts of work and growth are written, as fan-out-*.svg.")
  @Nullable Path chart;

  @Option(
      names = "--parts",
      paramLabel = "LIST",
      defaultValue = "all",
      description = "What is measured: all, or some of work,latency,growth (default: all).")
  String parts = "all";

  private final Console console;

  BenchFeedCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var settings = settings();
    if (chart != null) {
      requireDrawn(settings);
      Results.requireWritable(chart, CHART);
    }
    var report = BenchCommand.run(new FeedBench(settings), common.json, console);
    if (chart != null) {
      draw(report, chart);
    }
    return ExitCode.OK.number();
  }

  private static void requireDrawn(FeedBenchSettings settings) {
    if (settings.parts().stream().noneMatch(FeedPart::isDrawn)) {
      throw new CommandFailure(
          ExitCode.USAGE, CHART + " draws work and growth, and --parts has neither: add one.");
    }
  }

  private void draw(BenchReport report, Path folder) {
    var files = FeedCharts.files(report.rows());
    Results.write(folder, CHART, files);
    if (files.isEmpty()) {
      console.tell("no chart was written: all that " + CHART + " draws was left out");
    } else if (!common.json) {
      files.keySet().forEach(name -> console.print("Chart: " + folder.resolve(name)));
    }
  }

  private FeedBenchSettings settings() {
    try {
      return new FeedBenchSettings(
          graph.size(),
          workUsers,
          graph.seed,
          graph.rounds,
          events,
          seconds,
          largest,
          FeedPart.parse(parts));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
