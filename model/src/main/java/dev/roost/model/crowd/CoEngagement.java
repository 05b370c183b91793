package dev.roost.model.crowd;

import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Which items are engaged with by the same readers: "readers of this also read".
///
/// When a reader first engages with an item, it becomes a companion of the [#WINDOW] items that
/// they engaged with last, and these become its companions. Each item keeps its strongest
/// companions, with weights that fade. One writer notes and advances; any number of readers look
/// on, who see what was noted up to the last advance. What was noted between two advances counts
/// alike in any order. Memory: up to 800 bytes an item.
///
/// Source: the similarity of items in Sarwar, Karypis, Konstan and Riedl, [Item-based collaborative
/// filtering](https://doi.org/10.1145/371920.372071), WWW 2001, for engagements instead of
/// ratings; fading, and cut to a window of each reader's last items, so that it grows with the
/// stream.
public final class CoEngagement {

  /// Items before an engagement that it is taken together with.
  public static final int WINDOW = 20;

  private static final Duration FAST = Duration.ofDays(1);
  private static final Duration SLOW = Duration.ofDays(30);
  private static final int NO_ROW = Integer.MIN_VALUE; // row of two billion posts, passed over

  private final ItemTable table;
  private final int mask;
  private final AtomicReferenceArray<Companions> byRow; // by row, modulo the table's capacity
  private final PairCounts pairs = new PairCounts();
  private final PairCounts readers = new PairCounts(); // pairs of a row with itself

  /// Returns a view without engagements.
  public CoEngagement(ItemTable table) {
    this.table = table;
    mask = table.capacity() - 1;
    byRow = new AtomicReferenceArray<>(table.capacity());
  }

  static double fast(long ageMillis) {
    return remaining(ageMillis, FAST);
  }

  static double slow(long ageMillis) {
    return remaining(ageMillis, SLOW);
  }

  private static double remaining(long ageMillis, Duration halfLife) {
    return StrictMath.pow(2, -(double) Math.max(0, ageMillis) / halfLife.toMillis());
  }

  // ---- the writer ----

  /// Notes that a reader engaged with items for the first time, in this order.
  ///
  /// @param before what the reader had done
  /// @param items shape `[n]`, none of which `before` remembers
  public void note(ReaderHistory before, long[] items) {
    for (int i = 0; i < items.length; i++) {
      int row = rowOf(items[i]);
      if (row != NO_ROW) {
        readers.add(row, row);
        int taken = Math.min(WINDOW, i);
        for (int back = 1; back <= taken; back++) {
          pair(row, rowOf(items[i - back]));
        }
        int count = before.recentCount();
        for (int back = 1; back <= Math.min(WINDOW - taken, count); back++) {
          pair(row, rowOf(before.recentItem(count - back)));
        }
      }
    }
  }

  private void pair(int row, int other) {
    if (other != NO_ROW && other != row) {
      pairs.add(row, other);
      pairs.add(other, row);
    }
  }

  /// Lets readers see what was noted, as of `now`.
  public void advance(Instant now) {
    long nowMillis = now.toEpochMilli();
    long[] met = readers.sorted();
    long[] sorted = pairs.sorted();
    int from = 0;
    int next = 0;
    while (from < sorted.length || next < met.length) {
      int row = firstRow(sorted, from, met, next);
      int to = from;
      while (to < sorted.length && PairCounts.from(sorted[to]) == row) {
        to++;
      }
      boolean isMet = next < met.length && PairCounts.from(met[next]) == row;
      int more = isMet ? readers.count(met[next++]) : 0;
      byRow.setRelease(
          row & mask, companions(row, nowMillis).plus(nowMillis, more, sorted, from, to, pairs));
      from = to;
    }
    pairs.clear();
    readers.clear();
  }

  private static int firstRow(long[] pairs, int from, long[] met, int next) {
    if (from == pairs.length) {
      return PairCounts.from(met[next]);
    }
    int row = PairCounts.from(pairs[from]);
    return next == met.length ? row : Math.min(row, PairCounts.from(met[next]));
  }

  private Companions companions(int row, long nowMillis) {
    var known = byRow.getPlain(row & mask);
    return known != null && known.row == row ? known : Companions.none(row, nowMillis);
  }

  private int rowOf(long item) {
    long row = table.rowOf(item);
    return row < 0 ? NO_ROW : table.originalRow((int) row);
  }

  // ---- the readers ----

  /// Returns the company of what a reader lately engaged with. O(w·c) for the w <= [#WINDOW] newest
  /// items and c <= 64 companions of each.
  public Company of(ReaderHistory history, Instant now) {
    int count = Math.min(WINDOW, history.recentCount());
    var found = new Companions[count]; // newest first
    int most = 0;
    for (int back = 1; back <= count; back++) {
      int row = rowOf(history.recentItem(history.recentCount() - back));
      var companions = row == NO_ROW ? null : find(row);
      found[back - 1] = companions == null ? Companions.none(row, 0) : companions;
      most += found[back - 1].rows.length;
    }
    var company = new Company(this, most);
    for (int i = 0; i < count; i++) {
      company.add(found[i], now.toEpochMilli() - found[i].asOfMillis, i == 0);
    }
    company.normalise();
    return company;
  }

  private @Nullable Companions find(int row) {
    var known = byRow.getAcquire(row & mask);
    return known != null && known.row == row ? known : null;
  }

  /// Returns how many readers engaged with a row, faded by 30 days to its last change.
  public float readers(int row) {
    var known = find(row);
    return known == null ? 0 : known.readers;
  }
}
