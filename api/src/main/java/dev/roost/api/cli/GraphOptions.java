package dev.roost.api.cli;

import dev.roost.api.bench.GraphSize;
import picocli.CommandLine.Option;

/// What every bench on a generated graph understands; each has defaults of its own.
final class GraphOptions {

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "Users; each reads and posts (default: ${DEFAULT-VALUE}).")
  int users;

  @Option(
      names = "--edges",
      paramLabel = "N",
      description = "Follows; power-law by author (default: ${DEFAULT-VALUE}).")
  int edges;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the graph, the posts and the reads (default: ${DEFAULT-VALUE}).")
  long seed = 7;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds that count (default: ${DEFAULT-VALUE}).")
  int rounds;

  GraphOptions(int users, int edges, int rounds) {
    this.users = users;
    this.edges = edges;
    this.rounds = rounds;
  }

  /// Returns the size of the graph.
  ///
  /// @throws IllegalArgumentException if there is no such graph
  GraphSize size() {
    return new GraphSize(users, edges);
  }
}
