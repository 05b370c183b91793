package dev.roost.model.feature;

import static dev.roost.model.feature.Feature.*;

import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;

/// The features that compare places in the space of tastes.
final class TasteColumns {

  private static final int LAST_ITEMS = 5;

  private final ItemTable table;
  private final ReaderTaste taste;
  private final float[][] last; // places of the last items, newest first

  TasteColumns(ItemTable table, ReaderTaste taste, ReaderHistory history) {
    this.table = table;
    this.taste = taste;
    int count = taste.column() < 0 ? 0 : Math.min(LAST_ITEMS, history.recentCount());
    last = new float[count][table.dimensions()];
    for (int back = 0; back < count; back++) {
      long row = table.rowOf(history.recentItem(history.recentCount() - 1 - back));
      if (row >= 0) {
        table.addPlace((int) row, taste.column(), 1, last[back]);
      }
    }
  }

  void fillLight(int row, float[] out) {
    if (taste.column() >= 0) {
      out[TASTE.ordinal()] = taste.reader(table, row);
      out[COUNTRY_TASTE.ordinal()] = taste.country(table, row);
    }
  }

  void fill(int row, float[] out, int offset) {
    if (taste.column() < 0) {
      return;
    }
    out[offset + TASTE.ordinal()] = taste.reader(table, row);
    out[offset + COUNTRY_TASTE.ordinal()] = taste.country(table, row);
    out[offset + AGE_TASTE.ordinal()] = taste.ageBand(table, row);
    out[offset + LANGUAGE_TASTE.ordinal()] = taste.language(table, row);
    if (last.length > 0) {
      float newest = table.dot(row, taste.column(), last[0]);
      float nearest = newest;
      for (int back = 1; back < last.length; back++) {
        nearest = Math.max(nearest, table.dot(row, taste.column(), last[back]));
      }
      out[offset + LAST_NEAR.ordinal()] = newest;
      out[offset + FIVE_NEAR.ordinal()] = nearest;
    }
  }
}
