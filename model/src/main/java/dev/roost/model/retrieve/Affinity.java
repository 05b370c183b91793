package dev.roost.model.retrieve;

import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds new rows of writers with whom a reader engages.
final class Affinity {

  private Affinity() {}

  /// Returns the newest live rows of the writers of the reader's remembered items, those with most
  /// items first; ties go to the one engaged with later. Writers whom the reader follows are left
  /// out: what they write is in-network.
  static int[] select(ItemTable table, ReaderView reader, int limit) {
    var history = reader.history();
    Map<Long, Integer> items = new LinkedHashMap<>();
    for (int i = history.recentCount() - 1; i >= 0; i--) { // newest first
      long row = table.rowOf(history.recentItem(i));
      if (row >= 0 && isStranger(reader, table.writer((int) row))) {
        items.merge(table.writer((int) row), 1, Integer::sum);
      }
    }
    var writers = new ArrayList<>(items.entrySet());
    writers.sort((a, b) -> b.getValue() - a.getValue()); // stable: ties keep the order of time
    long[] authors = writers.stream().limit(limit).mapToLong(Map.Entry::getKey).toArray();
    return NewestOf.authors(table, authors, limit);
  }

  private static boolean isStranger(ReaderView reader, long writer) {
    return writer != reader.reader().value() && !reader.relations().follows(writer);
  }
}
