package dev.roost.model.crowd;

import java.util.Arrays;

/// The items that readers of one item also engage with, with fading weights. Immutable.
final class Companions {

  /// Most companions of an item; the weakest give way.
  static final int MOST = 64;

  private static final double WEAKEST = 0.02; // slow weight below which a companion is dropped

  final int row; // of the item
  final long asOfMillis;
  final float readers; // who engaged with the item, faded slowly
  final int[] rows;
  final float[] fast; // times that both were engaged with, faded quickly
  final float[] slow; // the same, faded slowly

  private Companions(
      int row, long asOfMillis, float readers, int[] rows, float[] fast, float[] slow) {
    this.row = row;
    this.asOfMillis = asOfMillis;
    this.readers = readers;
    this.rows = rows;
    this.fast = fast;
    this.slow = slow;
  }

  static Companions none(int row, long asOfMillis) {
    return new Companions(row, asOfMillis, 0, new int[0], new float[0], new float[0]);
  }

  /// Returns these companions at a later instant, with more readers and more company.
  ///
  /// @param moreReaders who engaged with the item since
  /// @param pairs from the item to companions, ascending, in `[from, to)`
  Companions plus(
      long nowMillis, int moreReaders, long[] pairs, int from, int to, PairCounts counts) {
    double left = CoEngagement.fast(nowMillis - asOfMillis);
    double leftSlowly = CoEngagement.slow(nowMillis - asOfMillis);
    var grown = new Growing(rows.length + to - from);
    for (int i = 0; i < rows.length; i++) {
      grown.put(rows[i], (float) (fast[i] * left), (float) (slow[i] * leftSlowly));
    }
    int old = grown.size;
    for (int i = from; i < to; i++) {
      grown.add(PairCounts.to(pairs[i]), counts.count(pairs[i]), old);
    }
    return grown.best(row, nowMillis, (float) (readers * leftSlowly) + moreReaders);
  }

  /// Companions while they are put together.
  private static final class Growing {

    private final int[] rows;
    private final float[] fast;
    private final float[] slow;
    private int size;

    Growing(int room) {
      rows = new int[room];
      fast = new float[room];
      slow = new float[room];
    }

    void put(int row, float quick, float lasting) {
      rows[size] = row;
      fast[size] = quick;
      slow[size++] = lasting;
    }

    void add(int row, int times, int old) {
      for (int i = 0; i < old; i++) {
        if (rows[i] == row) {
          fast[i] += times;
          slow[i] += times;
          return;
        }
      }
      put(row, times, times);
    }

    /// Returns the strongest; of equals those with the later row, which live longer.
    Companions best(int row, long nowMillis, float readers) {
      var keys = new long[size];
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (slow[i] >= WEAKEST) {
          keys[kept++] = (long) Float.floatToIntBits(slow[i]) << 32 | i;
        }
      }
      Arrays.sort(keys, 0, kept);
      int most = Math.min(kept, MOST);
      var best = new Growing(most);
      for (int i = kept - 1; i >= kept - most; i--) {
        int at = (int) keys[i];
        best.put(rows[at], fast[at], slow[at]);
      }
      return new Companions(row, nowMillis, readers, best.rows, best.fast, best.slow);
    }
  }
}
