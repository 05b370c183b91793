package dev.roost.model.retrieve;

import dev.roost.model.item.ItemTable;
import dev.roost.model.item.TopRows;
import java.time.Instant;

/// Finds what all readers engage with much just now.
public final class Trending {

  private static final int HOUR = 1;
  private static final int DAY = 2;

  private Trending() {}

  /// Returns the live rows with the highest hourly rate of positive engagements, best first.
  ///
  /// The rate is the mean of two estimates, faded by one hour and by one day: what rises is seen
  /// early, what lasts is not lost at night. Rows without any heat are left out; ties go to the
  /// smaller item. O(n log `limit`).
  public static int[] select(ItemTable table, int limit, Instant now) {
    double hour = perHour(HOUR, table, now);
    double day = perHour(DAY, table, now);
    var best = new TopRows(table, limit);
    int next = table.published();
    for (int row = table.oldest(); row != next; row++) {
      double rate = hour * table.positives(row, HOUR) + day * table.positives(row, DAY);
      if (rate > 0 && table.isLive(row)) {
        best.offer(row, rate);
      }
    }
    return best.drain();
  }

  /// Returns the factor from heat as of the table's instant to events an hour at `now`.
  private static double perHour(int halfLife, ItemTable table, Instant now) {
    double hours = ItemTable.HEAT_HALF_LIVES.get(halfLife).toMillis() / 3_600_000d;
    double elapsed = (now.toEpochMilli() - table.asOf().toEpochMilli()) / 3_600_000d;
    return StrictMath.pow(2, -Math.max(0, elapsed) / hours) * StrictMath.log(2) / hours;
  }
}
