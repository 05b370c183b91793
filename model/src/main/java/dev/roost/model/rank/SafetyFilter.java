package dev.roost.model.rank;

import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.Relations;

/// The last word on what may be shown; what it cannot tell, it refuses.
public final class SafetyFilter {

  private SafetyFilter() {}

  /// Returns whether a row may be shown to a reader.
  ///
  /// The row must be live and still hold `item`; neither who posted nor who wrote it may be hidden
  /// by the relations; the original of a repost must be retained and live.
  public static boolean admits(ItemTable table, Relations relations, int row, long item) {
    if (!table.isLive(row) || table.id(row) != item) {
      return false;
    }
    boolean hidden = relations.hides(table.author(row)) || relations.hides(table.writer(row));
    if (hidden || !isOriginalLive(table, row)) {
      return false;
    }
    return table.isLive(row) && table.id(row) == item; // no other row took its place meanwhile
  }

  private static boolean isOriginalLive(ItemTable table, int row) {
    long original = table.originalId(row);
    if (original == table.id(row)) {
      return true;
    }
    long at = table.rowOf(original);
    return at >= 0 && table.isLive((int) at);
  }

  /// Returns whether an item may be shown to a reader; false if it is not retained.
  public static boolean admits(ItemTable table, Relations relations, ItemId item) {
    long row = table.rowOf(item.value());
    return row >= 0 && admits(table, relations, (int) row, item.value());
  }
}
