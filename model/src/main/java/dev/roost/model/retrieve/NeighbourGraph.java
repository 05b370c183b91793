package dev.roost.model.retrieve;

import dev.roost.model.item.ItemTable;
import dev.roost.model.item.TopRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;

/// Consecutive rows of a table, each linked to rows near to it in one space; immutable. The places
/// themselves are read from the table.
///
/// Rows that left, or may not be shown, are walked through and never found. The same rows give the
/// same graph.
///
/// Source: Malkov and Yashunin, [Hierarchical navigable small world
/// graphs](https://doi.org/10.1109/TPAMI.2018.2889473), IEEE TPAMI 42(4), 2020, as Lucene builds
/// and searches them; by inner product.
final class NeighbourGraph {

  private static final int LINKS = 16;
  private static final int BEAM = 100;
  private static final long SEED = 42; // of the levels: part of what a graph is, not of a run

  private final ItemTable table;
  private final String space;
  private final int from;
  private final int rows;
  private final OnHeapHnswGraph graph;

  private NeighbourGraph(ItemTable table, String space, int from, int rows, OnHeapHnswGraph graph) {
    this.table = table;
    this.space = space;
    this.from = from;
    this.rows = rows;
    this.graph = graph;
  }

  /// Returns a graph of so many rows; O(`rows` log `rows`), some 50 microseconds each.
  ///
  /// @param column of the table that holds the space
  /// @param from first row, retained
  static NeighbourGraph build(ItemTable table, int column, int from, int rows) {
    try {
      var near = new NearPlaces(table, column, from, rows);
      var graph = HnswGraphBuilder.create(near, LINKS, BEAM, SEED, rows).build(rows);
      return new NeighbourGraph(table, table.spaceOf(column), from, rows, graph);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be read", e);
    }
  }

  /// Returns the version of the space in which rows are near.
  String space() {
    return space;
  }

  /// Returns the row after the last.
  int end() {
    return from + rows;
  }

  int rows() {
    return rows;
  }

  /// Returns the first row.
  int from() {
    return from;
  }

  /// Offers the rows nearest to a direction that come before another row.
  ///
  /// @param column that holds the space of this graph
  /// @param limit most rows offered
  void offer(TopRows best, int column, float[] direction, int limit, int before) {
    try {
      var query = new NearPlaces(table, column, from, rows).to(direction);
      var found =
          HnswGraphSearcher.search(query, limit, graph, shown(before), Integer.MAX_VALUE).topDocs();
      for (ScoreDoc each : found.scoreDocs) {
        int row = from + each.doc;
        float near = table.dot(row, column, direction);
        if (near > 0 && table.isLive(row)) {
          best.offer(row, near);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be read", e);
    }
  }

  private Bits shown(int before) {
    return new Bits() {
      @Override
      public boolean get(int node) {
        return from + node - before < 0 && table.isLive(from + node);
      }

      @Override
      public int length() {
        return rows;
      }
    };
  }
}
