package dev.roost.model.retrieve;

import dev.roost.model.item.ItemTable;
import dev.roost.model.item.TopRows;

/// Finds the rows nearest to a taste by a scan of them all.
///
/// An exact scan reads memory in order and costs tens of microseconds for ten thousand rows, less
/// than keeping a graph of neighbours up to date with every install costs; an approximate index may
/// replace it behind this method where rows count hundreds of thousands.
public final class Neighbours {

  private Neighbours() {}

  /// Returns the live rows whose places have the largest positive dot product with a direction.
  ///
  /// Best first; ties go to the smaller item. O(r·d + r log `limit`) for r rows.
  ///
  /// @param column of the table that holds the space of `direction`; -1 finds nothing
  /// @param newest most rows looked at, the newest ones
  public static int[] select(
      ItemTable table, int column, float[] direction, int limit, int newest) {
    var best = new TopRows(table, limit);
    int next = table.published();
    int from = next - Math.min(newest, next - table.oldest());
    for (int row = from; column >= 0 && row != next; row++) {
      float near = table.dot(row, column, direction);
      if (near > 0 && table.isLive(row)) {
        best.offer(row, near);
      }
    }
    return best.drain();
  }
}
