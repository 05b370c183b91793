package dev.roost.model.retrieve;

import dev.roost.model.item.ItemTable;
import dev.roost.model.item.TopRows;
import java.util.ArrayList;
import java.util.List;

/// Finds the rows of a table nearest to a taste: the newest by a scan, older ones in graphs.
///
/// A scan reads memory in order and is exact, and costs less than a graph up to some ten thousand
/// rows, and a post is found as soon as it is in the table. Older rows are gathered into graphs of
/// 4,096; four of one size are joined to one, so that a row is built into few graphs and a search
/// walks few. A graph is dropped when its last row left the table, and with the space it was built
/// in: until those of another space are built, only the newest rows are found there.
///
/// One thread at a time calls [#advance()]; any number of threads search.
public final class NeighbourIndex {

  private static final int GRAIN = 4096;
  private static final int JOINED = 4; // graphs of one size that become one

  private final ItemTable table;
  private final int scanned;
  private final int grain;
  private volatile List<NeighbourGraph> graphs =
      List.of(); // those of a space by rows, oldest first

  /// Returns an index without graphs.
  ///
  /// @param scanned newest rows that are looked at one by one, at least
  public NeighbourIndex(ItemTable table, int scanned) {
    this(table, scanned, GRAIN);
  }

  /// Returns an index whose smallest graphs have `grain` rows.
  NeighbourIndex(ItemTable table, int scanned, int grain) {
    this.table = table;
    this.scanned = Math.max(scanned, grain);
    this.grain = grain;
  }

  /// Brings the graphs up to the rows and spaces of the table; takes some 50 microseconds for each
  /// row that came since, and up to three times that again when graphs are joined.
  public void advance() {
    var all = new ArrayList<NeighbourGraph>();
    for (int column = 0; column < ItemTable.COLUMNS; column++) {
      var space = table.spaceOf(column);
      if (!space.isEmpty() && table.columnOf(space) == column) {
        all.addAll(advanced(column, space));
      }
    }
    graphs = List.copyOf(all);
  }

  private List<NeighbourGraph> advanced(int column, String space) {
    int oldest = table.oldest();
    var own = new ArrayList<>(of(space));
    own.removeIf(graph -> graph.end() - oldest <= 0);
    int next = own.isEmpty() ? oldest : own.getLast().end();
    int behind = table.published() - next - scanned;
    while (behind > 0) {
      int rows = largest(behind);
      own.add(NeighbourGraph.build(table, column, next, rows));
      join(own, column);
      next += rows;
      behind -= rows;
    }
    return own;
  }

  /// Returns the size of the largest graph that so many rows fill, at least the smallest.
  private int largest(int rows) {
    int size = grain;
    while (size * JOINED <= Math.min(rows, table.capacity() / JOINED)) {
      size *= JOINED;
    }
    return size;
  }

  private void join(List<NeighbourGraph> own, int column) {
    while (own.size() >= JOINED) {
      var last = own.subList(own.size() - JOINED, own.size());
      int rows = last.getFirst().rows();
      boolean equal = last.stream().allMatch(graph -> graph.rows() == rows);
      if (!equal || rows * JOINED > table.capacity() / JOINED) {
        return;
      }
      var joined = NeighbourGraph.build(table, column, last.getFirst().from(), rows * JOINED);
      last.clear();
      own.add(joined);
    }
  }

  private List<NeighbourGraph> of(String space) {
    return graphs.stream().filter(graph -> graph.space().equals(space)).toList();
  }

  /// Returns live rows whose places have the largest positive inner product with a direction, best
  /// first; ties go to the smaller item.
  ///
  /// Exact among the newest rows, those that came since the last [#advance()] included; of older
  /// ones nearly all are found. O(r·d + g log g) for r rows scanned and g in graphs.
  ///
  /// @param column of the table that holds the space of `direction`; -1 finds nothing
  public int[] select(int column, float[] direction, int limit) {
    return selectBefore(table.published(), column, direction, limit);
  }

  /// Returns what [#select(int, float[], int)] does, of rows before `end` alone: those of an index
  /// that was brought up to date for the last time then.
  public int[] selectBefore(int end, int column, float[] direction, int limit) {
    var best = new TopRows(table, limit);
    if (column < 0 || limit == 0 || end - table.oldest() <= 0) {
      return best.drain();
    }
    var old = of(table.spaceOf(column));
    int from = scannedFrom(end, old);
    scan(best, from, end, column, direction);
    for (var graph : old) {
      graph.offer(best, column, direction, limit, from);
    }
    return best.drain();
  }

  private void scan(TopRows best, int from, int to, int column, float[] direction) {
    var near = new float[ItemTable.BLOCK];
    for (int row = from; row != to; ) {
      int rows = table.dots(row, to, column, direction, near);
      for (int i = 0; i < rows; i++) {
        if (near[i] > 0 && best.wants(near[i]) && table.isLive(row + i)) {
          best.offer(row + i, near[i]);
        }
      }
      row += rows;
    }
  }

  /// Returns the first row looked at: no later than where the graphs end, unless that would be more
  /// than twice as many as wanted, because graphs of a new space are still being built.
  private int scannedFrom(int next, List<NeighbourGraph> old) {
    int retained = next - table.oldest();
    int left = old.isEmpty() ? retained : next - old.getLast().end();
    int least = Math.min(scanned, retained);
    return next - Math.clamp(left, least, Math.min(2 * scanned, retained));
  }

  /// Returns the number of graphs.
  int graphs() {
    return graphs.size();
  }
}
