package dev.roost.simulator.calibrate;

import dev.roost.simulator.graph.Adjacency;
import java.util.Arrays;

/// What sums up a graph; people without an edge of a kind do not count in that kind's degrees.
///
/// @param followers how many point to each; of friendships, how many friends each has
/// @param follows how many each points to; the same of friendships
/// @param reciprocity share of edges whose reverse is there; 1 of friendships
/// @param clustering without directions
/// @param degreeAssortativity without directions, in `[-1, 1]`
public record GraphFigures(
    Distribution followers,
    Distribution follows,
    double reciprocity,
    Clustering clustering,
    double degreeAssortativity) {

  /// Returns the figures of a graph that has an edge.
  ///
  /// @param seed of the chance by which clustering is sampled if the graph is large
  public static GraphFigures of(Adjacency graph, long seed) {
    var undirected = graph.undirected();
    return new GraphFigures(
        some(graph.inDegrees()),
        some(graph.outDegrees()),
        (double) graph.mutual().edges() / graph.edges(),
        Clustering.of(undirected, seed),
        Mixing.ofDegrees(undirected));
  }

  private static Distribution some(int[] degrees) {
    return Distribution.of(Arrays.stream(degrees).filter(degree -> degree > 0).toArray());
  }
}
