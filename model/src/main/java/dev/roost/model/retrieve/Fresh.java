package dev.roost.model.retrieve;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.item.ItemTable;
import java.util.Arrays;

/// Finds new rows that hardly anybody was shown yet, with a fair chance for new writers.
public final class Fresh {

  private static final int SCANNED_PER_WANTED = 20;

  private Fresh() {}

  /// Returns the newest live originals with at most `mostImpressions`, newest first within each of
  /// two groups: half of the places go to writers of whom no more was shown, as far as there are
  /// any, since nothing else can tell what they are worth.
  ///
  /// O(`limit`): looks at no more than 20 rows for each one wanted.
  public static int[] select(ItemTable table, int limit, int mostImpressions) {
    int next = table.published();
    int scanned = (int) Math.min((long) limit * SCANNED_PER_WANTED, next - table.oldest());
    var writers = table.writers();
    var unknown = new int[limit];
    var known = new int[limit];
    int unknownSize = 0;
    int knownSize = 0;
    for (int row = next - 1; next - 1 - row < scanned; row--) {
      if (!isFresh(table, row, mostImpressions)) {
        continue;
      }
      if (writers.shown(writers.find(table.writer(row))) <= mostImpressions) {
        unknownSize += put(row, unknown, unknownSize);
      } else {
        knownSize += put(row, known, knownSize);
      }
    }
    int fair = Math.min(unknownSize, Math.max((limit + 1) / 2, limit - knownSize));
    int rest = Math.min(knownSize, limit - fair);
    int[] found = Arrays.copyOf(unknown, fair + rest);
    System.arraycopy(known, 0, found, fair, rest);
    return found;
  }

  private static int put(int row, int[] rows, int size) {
    if (size == rows.length) {
      return 0;
    }
    rows[size] = row;
    return 1;
  }

  private static boolean isFresh(ItemTable table, int row, int mostImpressions) {
    return table.originalId(row) == table.id(row)
        && table.isLive(row)
        && table.count(row, EngagementKind.IMPRESSION) <= mostImpressions;
  }
}
