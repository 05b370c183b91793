package dev.roost.actors.fanout;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// How many edges carried posts how fast, up to some moment. Times are known to 1 %.
public final class FreshnessCounts {

  private static final long NANOS = 1_000; // a microsecond

  private final Histogram histogram; // nobody writes it any more

  FreshnessCounts(Histogram histogram) {
    this.histogram = histogram;
  }

  /// Returns over how many edges posts became visible.
  public long edges() {
    return histogram.getTotalCount();
  }

  /// Returns over how many edges posts became visible within that time, 0 or positive.
  public long within(Duration time) {
    return edges() == 0 ? 0 : histogram.getCountBetweenValues(0, micros(time));
  }

  /// Returns the time within which posts became visible over that share of the edges.
  ///
  /// @param share 0 to 1
  /// @return zero if nothing was noted
  public Duration quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share must be from 0 to 1: " + share);
    }
    return Duration.ofNanos(histogram.getValueAtPercentile(100 * share) * NANOS);
  }

  /// Returns the longest time of any edge; zero if nothing was noted.
  public Duration longest() {
    return Duration.ofNanos(histogram.getMaxValue() * NANOS);
  }

  /// Returns the sum of the times of all edges, in seconds.
  public double sumSeconds() {
    return histogram.getMean() * edges() / 1e6;
  }

  private long micros(Duration time) {
    return Math.min(time.toNanos() / NANOS, histogram.getHighestTrackableValue());
  }
}
