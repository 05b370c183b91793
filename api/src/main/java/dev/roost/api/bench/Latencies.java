package dev.roost.api.bench;

import java.util.List;
import org.HdrHistogram.ConcurrentHistogram;

/// How long each of many requests took; may be told by any thread.
public final class Latencies {

  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final int DIGITS = 3;
  private static final double MICRO = 1_000;

  private final ConcurrentHistogram nanos = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);

  /// Notes requests, each in nanoseconds.
  public void add(long... each) {
    for (long one : each) {
      nanos.recordValue(Math.clamp(one, 0, LONGEST_NANOS));
    }
  }

  /// Returns the microseconds within which that many of a hundred requests ended.
  public double micros(double percentile) {
    return nanos.getValueAtPercentile(percentile) / MICRO;
  }

  /// Returns rows of the median, under that name, and of the 99th percentile.
  public List<BenchRow> rows(String name) {
    return List.of(
        new BenchRow(name, micros(50), "us"), new BenchRow(name + "-p99", micros(99), "us"));
  }
}
