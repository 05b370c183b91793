package dev.roost.model.crowd;

import dev.roost.model.item.ItemTable;
import dev.roost.model.item.TopRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What readers of one group, such as a country or a language, lately engaged with.
///
/// Each positive engagement warms its item within the reader's group by one, and fades by a day.
/// One writer notes and advances; any number of readers look on, who see what was noted up to the
/// last advance. What was noted between two advances counts alike in any order. Groups share
/// nothing, so that a small one has its own trends.
public final class LocalHeat {

  private static final Duration HALF_LIFE = Duration.ofDays(1);
  private static final float COLD = 0.05f; // below this an item is forgotten
  private static final int NOBODY = 0; // the group of those of whom nothing is known

  private final ItemTable table;
  private final int mostTrending;
  private final Map<Integer, PairCounts> pending = new TreeMap<>();
  private final Map<Integer, Warm> byGroup = new ConcurrentHashMap<>();

  /// Returns a view without engagements.
  ///
  /// @param mostTrending rows that trend in a group, at most; at least 0
  public LocalHeat(ItemTable table, int mostTrending) {
    this.table = table;
    this.mostTrending = mostTrending;
  }

  /// Notes a positive engagement by a reader of a group; 0 is no group.
  public void note(int group, long item) {
    long row = table.rowOf(item);
    if (group != NOBODY && row >= 0) {
      int of = table.originalRow((int) row);
      pending.computeIfAbsent(group, _ -> new PairCounts()).add(of, of);
    }
  }

  /// Lets readers see what was noted, as of `now`.
  public void advance(Instant now) {
    pending.forEach(
        (group, noted) -> byGroup.put(group, of(group).plus(noted, now, table, mostTrending)));
    pending.clear();
  }

  private Warm of(int group) {
    var known = byGroup.get(group);
    return known == null ? Warm.NONE : known;
  }

  /// Returns how warm items are in a group; constant while a request lasts.
  public Warm in(int group) {
    return of(group);
  }

  /// Returns the rows that are warmest in a group, best first; ties go to the smaller item. They
  /// were live at the last advance.
  public int[] trending(int group) {
    return of(group).trending.clone();
  }

  /// The warm items of one group. Immutable.
  public static final class Warm {

    private static final Warm NONE = new Warm(new int[0], new float[0], new int[0], 0);

    private final int[] rows; // ascending
    private final float[] heat;
    private final int[] slots; // open addressing by row: 1 + index, 0 if free
    private final int[] trending; // best first
    private final long asOfMillis;

    private Warm(int[] rows, float[] heat, int[] trending, long asOfMillis) {
      this.rows = rows;
      this.heat = heat;
      this.trending = trending;
      this.asOfMillis = asOfMillis;
      slots = new int[Integer.highestOneBit(rows.length + 1) * 4]; // at most half full
      for (int i = 0; i < rows.length; i++) {
        slots[slot(rows[i])] = i + 1;
      }
    }

    private int slot(int row) {
      int mask = slots.length - 1;
      int slot = ((row * 0x9e3779b1) >>> 7) & mask;
      while (slots[slot] != 0 && rows[slots[slot] - 1] != row) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private Warm plus(PairCounts noted, Instant now, ItemTable table, int mostTrending) {
      var merged = merged(noted, remaining(now.toEpochMilli() - asOfMillis));
      var best = new TopRows(table, mostTrending);
      for (int i = 0; i < merged.size; i++) {
        if (table.isLive(merged.rows[i])) {
          best.offer(merged.rows[i], merged.heat[i]);
        }
      }
      return new Warm(
          Arrays.copyOf(merged.rows, merged.size),
          Arrays.copyOf(merged.heat, merged.size),
          best.drain(),
          now.toEpochMilli());
    }

    private Merged merged(PairCounts noted, float left) {
      long[] sorted = noted.sorted();
      var merged = new Merged(rows.length + sorted.length);
      int old = 0;
      int added = 0;
      while (old < rows.length || added < sorted.length) {
        long row = old < rows.length ? rows[old] : Long.MAX_VALUE;
        long other = added < sorted.length ? PairCounts.from(sorted[added]) : Long.MAX_VALUE;
        float value = row <= other ? heat[old++] * left : 0;
        value += other <= row ? noted.count(sorted[added++]) : 0;
        merged.add((int) Math.min(row, other), value);
      }
      return merged;
    }

    private static float remaining(long ageMillis) {
      return (float) StrictMath.pow(2, -(double) Math.max(0, ageMillis) / HALF_LIFE.toMillis());
    }

    /// Returns the heat of a row as of the group's last engagement; 0 if it is cold.
    public float of(int row) {
      int at = slots[slot(row)] - 1;
      return at < 0 ? 0 : heat[at];
    }

    /// Returns the factor by which heat has faded since the group's last engagement.
    public float left(Instant now) {
      return remaining(now.toEpochMilli() - asOfMillis);
    }
  }

  /// Rows with their heat while they are put together, ascending.
  private static final class Merged {

    private final int[] rows;
    private final float[] heat;
    private int size;

    private Merged(int room) {
      rows = new int[room];
      heat = new float[room];
    }

    private void add(int row, float value) {
      if (value >= COLD) {
        rows[size] = row;
        heat[size++] = value;
      }
    }
  }
}
