package dev.roost.api.cli;

import dev.roost.api.bench.FanoutBench;
import dev.roost.api.bench.FanoutBenchSettings;
import dev.roost.api.bench.FanoutEntry;
import dev.roost.api.bench.RedisServer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Deliveries a second and bytes a reader, side by side on one graph.
@Command(
    name = FanoutBench.NAME,
    description = {
      "Measures deliveries a second and bytes a reader on one generated graph: Redis (a list, a sorted",
      "set), an actor for each user, Roost from its root to full inboxes of 512, and the plain loop",
      "over the same follower lists, which is the limit. The list, Roost and the loop take turns within",
      "each round; the sorted set and the actors run their rounds by themselves before.",
      "",
      "Fails if deliveries are missing: Roost and the loop count what they append, each actor counts",
      "what it gets, and of Redis the inboxes of 1,000 readers are looked into after each round. The",
      "median round is printed, with the slowest and the fastest; ratios to the list and the loop are",
      "taken within a round. The sorted set, at 50 KiB a reader, gets a sample of 20,000 readers.",
      "",
      "The default size needs a heap of about 2.5 GiB, and 1.5 GiB for Redis; a million users and 50",
      "million edges need ROOST_JVM_OPTS=-Xmx14g and '--peers redis-list,loop', with 4 GiB for Redis,",
      "or '--peers loop'."
    })
final class BenchFanoutCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  @Mixin GraphOptions graph = new GraphOptions(200_000, 10_000_000, 7);

  @Option(
      names = "--deliveries",
      paramLabel = "N",
      defaultValue = "60000000",
      description = "Deliveries of a round; slow peers make fewer (default: ${DEFAULT-VALUE}).")
  long deliveries;

  @Option(
      names = "--peers",
      paramLabel = "LIST",
      defaultValue = "all",
      description =
          "What runs beside Roost: all, or some of redis-list,redis-zset,actor-per-user,loop,loop-1.")
  String peers = "all";

  @Option(
      names = "--redis",
      paramLabel = "PATH",
      description = "The program redis-server (default: that on the path, if any).")
  @Nullable Path redis;

  private final Console console;

  BenchFanoutCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    BenchCommand.run(new FanoutBench(settings()), common.json, console);
    return ExitCode.OK.number();
  }

  private FanoutBenchSettings settings() {
    if (redis != null && !RedisServer.isProgram(redis)) {
      throw new CommandFailure(
          ExitCode.USAGE, "--redis must be the program redis-server, and this is none: " + redis);
    }
    try {
      return new FanoutBenchSettings(
          graph.size(), graph.seed, graph.rounds, deliveries, FanoutEntry.parse(peers), redis);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
