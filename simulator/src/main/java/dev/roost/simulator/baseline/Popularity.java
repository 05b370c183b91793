package dev.roost.simulator.baseline;

import java.util.Arrays;

/// Positive engagements with each item, fading with a half-life; updated tick by tick.
public final class Popularity {

  private final double kept;
  private double[] counts = new double[1024];

  /// @param halfLifeTicks ticks after which an engagement counts half, above 0
  public Popularity(double halfLifeTicks) {
    this.kept = StrictMath.pow(2, -1 / halfLifeTicks);
  }

  /// Counts one engagement.
  public void add(int item) {
    if (item >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(item + 1, 2 * counts.length));
    }
    counts[item]++;
  }

  /// Lets a tick pass for the items from `first` on; older ones no longer matter.
  public void fade(int first) {
    for (int item = first; item < counts.length; item++) {
      counts[item] *= kept;
    }
  }

  /// Returns the faded count of an item.
  public double of(int item) {
    return item < counts.length ? counts[item] : 0;
  }
}
