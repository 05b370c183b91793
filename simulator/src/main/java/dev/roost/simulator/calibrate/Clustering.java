package dev.roost.simulator.calibrate;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.graph.Adjacency;
import java.util.Arrays;

/// How often two neighbours of a node are neighbours of each other.
///
/// Sources: transitivity (closed paths of length two over all of them) after Newman, Watts and
/// Strogatz, [Random graph models of social networks](https://doi.org/10.1073/pnas.012582999),
/// PNAS 99, 2002; the local coefficient after Watts and Strogatz, [Collective dynamics of
/// 'small-world' networks](https://doi.org/10.1038/30918), Nature 393, 1998, over nodes that have
/// two neighbours at least; both by sampled paths after Schank and Wagner, [Approximating
/// clustering coefficient and transitivity](https://doi.org/10.7155/jgaa.00108), JGAA 9(2), 2005.
///
/// @param transitivity in `[0, 1]`; 0 if there is no path of length two
/// @param meanLocal in `[0, 1]`; 0 if nobody has two neighbours
public record Clustering(double transitivity, double meanLocal) {

  private static final double EXACT_UP_TO = 1e9; // steps
  private static final int SAMPLES = 400_000; // the standard error is below 0.001

  /// Returns the clustering of an undirected graph: exact where that is cheap, else sampled.
  ///
  /// @param graph each edge both ways
  public static Clustering of(Adjacency graph, long seed) {
    double steps = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      steps += graph.degree(graph.to(edge));
    }
    return steps <= EXACT_UP_TO ? exact(graph) : sampled(graph, seed);
  }

  /// Returns the exact clustering. O(sum of squared degrees) time, O(nodes) space.
  static Clustering exact(Adjacency graph) {
    var mark = new int[graph.nodes()]; // the node, from 1, whose neighbour it is
    double closed = 0;
    double paths = 0;
    double local = 0;
    int several = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      int degree = graph.degree(node);
      if (degree >= 2) {
        double here = closed(graph, node, mark);
        double all = (double) degree * (degree - 1);
        closed += here;
        paths += all;
        local += here / all;
        several++;
      }
    }
    return new Clustering(paths == 0 ? 0 : closed / paths, several == 0 ? 0 : local / several);
  }

  /// Counts the ordered pairs of neighbours that are neighbours.
  private static double closed(Adjacency graph, int node, int[] mark) {
    int degree = graph.degree(node);
    for (int nth = 0; nth < degree; nth++) {
      mark[graph.to(node, nth)] = node + 1;
    }
    double count = 0;
    for (int nth = 0; nth < degree; nth++) {
      int neighbour = graph.to(node, nth);
      for (int further = 0; further < graph.degree(neighbour); further++) {
        count += mark[graph.to(neighbour, further)] == node + 1 ? 1 : 0;
      }
    }
    return count;
  }

  /// Returns an estimate from as many paths for each of the two. O(nodes + samples) but for
  /// logarithms.
  static Clustering sampled(Adjacency graph, long seed) {
    var upTo = new double[graph.nodes()];
    var several = new int[graph.nodes()];
    int count = 0;
    double paths = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      double degree = graph.degree(node);
      if (degree >= 2) {
        paths += degree * (degree - 1);
        upTo[count] = paths;
        several[count++] = node;
      }
    }
    if (count == 0) {
      return new Clustering(0, 0);
    }
    var byPath = Chance.of(seed, "paths");
    var byNode = Chance.of(seed, "nodes");
    int ofPaths = 0;
    int ofNodes = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      int place = Arrays.binarySearch(upTo, 0, count, byPath.uniform(sample, 0, 0) * paths);
      int centre = several[Math.min(count - 1, place < 0 ? ~place : place + 1)];
      ofPaths += isClosed(graph, centre, byPath, sample) ? 1 : 0;
      int any = several[byNode.below(count, sample, 0, 0)];
      ofNodes += isClosed(graph, any, byNode, sample) ? 1 : 0;
    }
    return new Clustering((double) ofPaths / SAMPLES, (double) ofNodes / SAMPLES);
  }

  private static boolean isClosed(Adjacency graph, int centre, Chance chance, int sample) {
    int degree = graph.degree(centre);
    int first = chance.below(degree, sample, 1, 0);
    int other = chance.below(degree - 1, sample, 2, 0);
    return graph.contains(
        graph.to(centre, first), graph.to(centre, other < first ? other : other + 1));
  }
}
