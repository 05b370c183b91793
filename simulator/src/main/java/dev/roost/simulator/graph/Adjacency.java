package dev.roost.simulator.graph;

import java.util.Arrays;

/// A directed graph as lists of whom each node points to: ascending, without repeats and loops.
///
/// Two arrays hold all of it, so that a list costs no object. Not changed once it is made.
public final class Adjacency {

  private final int[] start; // the list of `node` stands in to[start[node]] to to[start[node + 1]]
  private final int[] to;

  /// @param start shape `[nodes + 1]`, ascending from 0; kept
  /// @param to shape `[start[nodes]]`; kept
  Adjacency(int[] start, int[] to) {
    this.start = start;
    this.to = to;
  }

  /// Says of an edge whether it is meant.
  @FunctionalInterface
  public interface Selection {
    /// Returns whether the edge between two nodes is meant.
    boolean holds(int from, int to);
  }

  /// Returns the graph of pairs, of which repeats and loops do not count.
  ///
  /// @param from shape `[pairs]`, each in `[0, nodes)`; not modified
  /// @param to shape `[pairs]`, each in `[0, nodes)`; not modified
  public static Adjacency of(int nodes, int[] from, int[] to) {
    var at = new int[nodes + 1];
    for (int node : from) {
      at[node + 1]++;
    }
    Arrays.parallelPrefix(at, Integer::sum);
    int[] begin = at.clone();
    var all = new int[to.length];
    for (int pair = 0; pair < from.length; pair++) {
      all[at[from[pair]]++] = to[pair];
    }
    var writer = new AdjacencyWriter(nodes, to.length);
    for (int node = 0; node < nodes; node++) {
      for (int pair = begin[node]; pair < begin[node + 1]; pair++) {
        if (all[pair] != node) {
          writer.add(all[pair]);
        }
      }
      writer.next();
    }
    return writer.written();
  }

  /// Returns how many nodes there are.
  public int nodes() {
    return start.length - 1;
  }

  /// Returns how many edges there are.
  public int edges() {
    return to.length;
  }

  /// Returns the first edge of a node; the number of edges for the node after the last.
  public int first(int node) {
    return start[node];
  }

  /// Returns how many a node points to.
  public int degree(int node) {
    return start[node + 1] - start[node];
  }

  /// Returns whom a node points to at a place of its list.
  ///
  /// @param nth in `[0, degree(node))`
  public int to(int node, int nth) {
    return to[start[node] + nth];
  }

  /// Returns whom an edge points to, in `[0, edges)`: edges stand in order of nodes.
  public int to(int edge) {
    return to[edge];
  }

  /// Returns from whom an edge points. O(log nodes).
  public int from(int edge) {
    int low = 0;
    int high = nodes(); // start[low] <= edge < start[high]
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (start[middle] <= edge) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Returns whom a node points to; shape `[degree(node)]`, fresh.
  public int[] list(int node) {
    return Arrays.copyOfRange(to, start[node], start[node + 1]);
  }

  /// Returns whether there is an edge. O(log degree).
  public boolean contains(int from, int other) {
    return Arrays.binarySearch(to, start[from], start[from + 1], other) >= 0;
  }

  /// Returns how many edges point to each node; shape `[nodes]`, fresh.
  public int[] inDegrees() {
    var count = new int[nodes()];
    for (int node : to) {
      count[node]++;
    }
    return count;
  }

  /// Returns how many edges point from each node; shape `[nodes]`, fresh.
  public int[] outDegrees() {
    var count = new int[nodes()];
    Arrays.setAll(count, this::degree);
    return count;
  }

  /// Returns the selected edges.
  ///
  /// @param selection asked several times for an edge, with one answer
  public Adjacency where(Selection selection) {
    return reversed(selection).reversed((_, _) -> true);
  }

  /// Returns the selected edges, each pointing the other way. O(nodes + edges), without sorting.
  ///
  /// @param selection asked for the edges as they point here, twice each, with one answer
  public Adjacency reversed(Selection selection) {
    var at = new int[start.length];
    for (int node = 0; node < nodes(); node++) {
      for (int edge = start[node]; edge < start[node + 1]; edge++) {
        at[to[edge] + 1] += selection.holds(node, to[edge]) ? 1 : 0;
      }
    }
    Arrays.parallelPrefix(at, Integer::sum);
    int[] begin = at.clone();
    var from = new int[at[nodes()]];
    for (int node = 0; node < nodes(); node++) {
      for (int edge = start[node]; edge < start[node + 1]; edge++) {
        if (selection.holds(node, to[edge])) {
          from[at[to[edge]]++] = node;
        }
      }
    }
    return new Adjacency(begin, from);
  }

  /// Returns the edges that are in either graph. O(nodes + edges).
  ///
  /// @param other of as many nodes
  public Adjacency or(Adjacency other) {
    var begin = new int[start.length];
    var all = new int[edges() + other.edges()];
    int size = 0;
    for (int node = 0; node < nodes(); node++) {
      int mine = start[node];
      int theirs = other.start[node];
      while (mine < start[node + 1] || theirs < other.start[node + 1]) {
        int left = mine < start[node + 1] ? to[mine] : Integer.MAX_VALUE;
        int right = theirs < other.start[node + 1] ? other.to[theirs] : Integer.MAX_VALUE;
        all[size++] = Math.min(left, right);
        mine += left <= right ? 1 : 0;
        theirs += right <= left ? 1 : 0;
      }
      begin[node + 1] = size;
    }
    return new Adjacency(begin, Arrays.copyOf(all, size));
  }

  /// Returns the edges whose reverse is here, too: an undirected graph, each edge both ways.
  public Adjacency mutual() {
    return where((node, another) -> contains(another, node));
  }

  /// Returns the graph without directions: each edge both ways.
  public Adjacency undirected() {
    return or(reversed((_, _) -> true));
  }
}
