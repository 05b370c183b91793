package dev.roost.simulator.calibrate;

import dev.roost.simulator.graph.Adjacency;
import java.util.function.IntUnaryOperator;

/// How much more often edges stay inside groups than chance would have it.
///
/// Source: Newman, [Mixing patterns in networks](https://doi.org/10.1103/PhysRevE.67.026126),
/// Physical Review E 67, 2003.
///
/// @param inside share of edges within a group
/// @param chance the same if each edge kept its two ends' degrees, but met at random
public record Mixing(double inside, double chance) {

  /// Returns the mixing of a graph by groups.
  ///
  /// @param group of a node, in `[0, groups)`
  public static Mixing of(Adjacency graph, int groups, IntUnaryOperator group) {
    var out = new double[groups];
    var in = new double[groups];
    double inside = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      int here = group.applyAsInt(node);
      for (int nth = 0; nth < graph.degree(node); nth++) {
        int there = group.applyAsInt(graph.to(node, nth));
        out[here]++;
        in[there]++;
        inside += here == there ? 1 : 0;
      }
    }
    double chance = 0;
    for (int each = 0; each < groups; each++) {
      chance += out[each] * in[each];
    }
    double edges = Math.max(1, graph.edges());
    return new Mixing(inside / edges, chance / edges / edges);
  }

  /// Returns the assortativity: 1 if all edges stay inside, 0 if as many as by chance; NaN if there
  /// is one group only.
  public double assortativity() {
    return chance == 1 ? Double.NaN : (inside - chance) / (1 - chance);
  }

  /// Returns the correlation of the degrees at the two ends of an edge, in `[-1, 1]`; NaN if all
  /// are equal.
  ///
  /// Source: Newman, [Assortative mixing in
  /// networks](https://doi.org/10.1103/PhysRevLett.89.208701), Physical Review Letters 89, 2002.
  ///
  /// @param graph each edge both ways
  public static double ofDegrees(Adjacency graph) {
    double sum = 0;
    double squares = 0;
    double products = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      double degree = graph.degree(node);
      for (int nth = 0; nth < graph.degree(node); nth++) {
        sum += degree;
        squares += degree * degree;
        products += degree * graph.degree(graph.to(node, nth));
      }
    }
    double mean = sum / graph.edges();
    double variance = squares / graph.edges() - mean * mean;
    return variance == 0 ? Double.NaN : (products / graph.edges() - mean * mean) / variance;
  }
}
