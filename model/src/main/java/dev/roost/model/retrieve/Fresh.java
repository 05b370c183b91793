package dev.roost.model.retrieve;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.item.ItemTable;
import java.util.Arrays;

/// Finds new rows that hardly anybody was shown yet.
public final class Fresh {

  private static final int SCANNED_PER_WANTED = 20;

  private Fresh() {}

  /// Returns the newest live originals with at most `mostImpressions`, newest first.
  ///
  /// O(`limit`): looks at no more than 20 rows for each one wanted.
  public static int[] select(ItemTable table, int limit, int mostImpressions) {
    var found = new int[limit];
    int size = 0;
    int next = table.published();
    long scanned = Math.min((long) limit * SCANNED_PER_WANTED, next - table.oldest());
    for (int row = next - 1; size < limit && next - 1 - row < scanned; row--) {
      boolean isOriginal = table.originalId(row) == table.id(row);
      if (isOriginal
          && table.isLive(row)
          && table.count(row, EngagementKind.IMPRESSION) <= mostImpressions) {
        found[size++] = row;
      }
    }
    return Arrays.copyOf(found, size);
  }
}
