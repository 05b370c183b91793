package dev.roost.model.score;

import java.util.Arrays;

/// Rows whose values are bins of one byte, in columns: what [VectorScorer] reads.
///
/// Made once and used for batch after batch, by one thread.
public final class BinnedRows {

  /// Rows that are scored together; the last group of a batch may be in part unused.
  static final int GROUP = 256;

  private final Binning binning;
  private final int capacity;
  private final byte[] bins; // [groups][features][GROUP]
  private int size;

  BinnedRows(Binning binning, int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("a batch cannot have room for " + capacity + " rows");
    }
    this.binning = binning;
    this.capacity = capacity;
    bins = new byte[(capacity + GROUP - 1) / GROUP * GROUP * binning.features()];
  }

  /// Begins a batch, whose values are those put last until others are put.
  ///
  /// @param n rows, at most the capacity
  public void begin(int n) {
    if (n < 0 || n > capacity) {
      throw new IllegalArgumentException("a batch must be of 0 to " + capacity + " rows: " + n);
    }
    size = n;
  }

  /// Returns the most rows of a batch.
  int capacity() {
    return capacity;
  }

  /// Returns the number of rows of the batch.
  public int size() {
    return size;
  }

  /// Begins a batch of these rows.
  ///
  /// @param rows row-major `[n, features]` or longer, the first n finite
  /// @throws IllegalArgumentException if a value is NaN or infinite
  public void put(float[] rows, int n) {
    begin(n);
    for (int feature = 0; feature < binning.features(); feature++) {
      if (binning.hasCuts(feature)) {
        put(feature, rows);
      }
    }
    Checks.requireFinite(rows, n * binning.features());
  }

  /// Puts a feature of every row of the batch.
  ///
  /// @param rows row-major `[size, features]` or longer; only that column is read
  /// @throws IllegalArgumentException if a value of the column is NaN or infinite
  public void put(int feature, float[] rows) {
    for (int first = 0; first < size; first += GROUP) {
      int n = Math.min(GROUP, size - first);
      binning.bin(feature, rows, first, n, bins, place(first, feature));
    }
  }

  /// Gives every row of the batch the same value of a feature.
  ///
  /// @throws IllegalArgumentException if the value is NaN or infinite
  public void fill(int feature, float value) {
    Checks.requireFinite(feature, value);
    byte bin = binning.bin(feature, value);
    for (int first = 0; first < size; first += GROUP) {
      int from = place(first, feature);
      Arrays.fill(bins, from, from + GROUP, bin);
    }
  }

  private int place(int first, int feature) {
    return group(first) + feature * GROUP;
  }

  /// Returns where the group begins whose first row is given.
  int group(int first) {
    return first * binning.features();
  }

  byte[] bins() {
    return bins;
  }

  Binning binning() {
    return binning;
  }
}
