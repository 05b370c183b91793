package dev.roost.model.drift;

import java.util.Arrays;

/// Bins between quantiles of a reference, one below it, one above it, and one for what is missing.
///
/// A value on a cut belongs below it, so a value that fills several quantiles has a bin of its own.
final class QuantileBins {

  private final float[] cuts; // ascending, different; bin i holds values in (cuts[i-1], cuts[i]]

  private QuantileBins(float[] cuts) {
    this.cuts = cuts;
  }

  /// Returns bins of about equal counts.
  ///
  /// @param sample values, none NaN; not modified; without values everything falls into one bin
  /// @param count bins wanted between the least and the greatest value, at least 1
  static QuantileBins of(float[] sample, int count) {
    float[] sorted = sample.clone();
    Arrays.sort(sorted);
    float[] cuts = new float[count + 1];
    int kept = 0;
    for (int i = 0; i <= count && sorted.length > 0; i++) {
      float cut = i == 0 ? Math.nextDown(sorted[0]) : sorted[(sorted.length - 1) * i / count];
      if (kept == 0 || cut > cuts[kept - 1]) {
        cuts[kept++] = cut;
      }
    }
    return new QuantileBins(Arrays.copyOf(cuts, kept));
  }

  /// Returns the number of bins, that of what is missing included.
  int size() {
    return cuts.length + 2;
  }

  /// Returns the bin of what is missing.
  int missing() {
    return cuts.length + 1;
  }

  /// Returns the bin of a value that is not NaN. O(log bins).
  int of(float value) {
    int at = Arrays.binarySearch(cuts, value);
    return at >= 0 ? at : -at - 1;
  }
}
