package dev.roost.model.retrieve;

import dev.roost.model.item.ItemTable;
import java.util.Arrays;

/// Finds the newest rows of some authors.
final class NewestOf {

  private static final int EACH = 3; // rows of one author

  private NewestOf() {}

  /// Returns live rows, the newest of every author before the second newest of any.
  ///
  /// O(`limit`): looks at no more than three rows of an author, live or not.
  static int[] authors(ItemTable table, long[] authors, int limit) {
    var next = new long[authors.length];
    for (int i = 0; i < authors.length; i++) {
      next[i] = table.newestBy(authors[i]);
    }
    var found = new int[limit];
    int size = 0;
    for (int round = 0; round < EACH; round++) {
      for (int i = 0; i < next.length && size < limit; i++) {
        if (next[i] >= 0) {
          int row = (int) next[i];
          next[i] = table.previousByAuthor(row);
          if (table.isLive(row)) {
            found[size++] = row;
          }
        }
      }
    }
    return Arrays.copyOf(found, size);
  }
}
