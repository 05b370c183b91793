package dev.roost.model.reader;

import dev.roost.model.domain.EngagementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Counts by kind of engagement, each by several half-lives: an event loses half its weight per
/// half-life.
///
/// Only the values at one instant are kept, so adding takes O(1) in the number of events. The order
/// in which events arrive does not matter: a late one enters with the weight it would have left.
/// Immutable.
///
/// Source: the exponential case of Cormode, Shkapenyuk, Srivastava and Xu, [Forward
/// Decay](https://doi.org/10.1109/ICDE.2009.65), ICDE 2009.
public final class FadedCounts {

  private static final int KINDS = EngagementKind.values().length;

  private final List<Duration> halfLives;
  private final double[] values; // [halfLives, kinds] at asOfMillis
  private final long asOfMillis;

  private FadedCounts(List<Duration> halfLives, double[] values, long asOfMillis) {
    this.halfLives = halfLives;
    this.values = values;
    this.asOfMillis = asOfMillis;
  }

  /// Returns counts of nothing.
  ///
  /// @param halfLives each above zero
  public static FadedCounts none(List<Duration> halfLives) {
    return new FadedCounts(List.copyOf(halfLives), new double[halfLives.size() * KINDS], 0);
  }

  /// Returns these counts with more events of the instant `at`.
  ///
  /// @param added shape `[kinds]`, in the order of [EngagementKind]; each at least 0
  public FadedCounts plus(int[] added, Instant at) {
    long atMillis = at.toEpochMilli();
    long newest = Math.max(asOfMillis, atMillis);
    var next = at(newest);
    for (int h = 0; h < halfLives.size(); h++) {
      double left = remaining(newest - atMillis, h);
      for (int kind = 0; kind < KINDS; kind++) {
        next[h * KINDS + kind] += left * added[kind];
      }
    }
    return new FadedCounts(halfLives, next, newest);
  }

  /// Returns the weights left at `now`, which may lie before the newest event.
  ///
  /// @return shape `[halfLives, kinds]`, row-major; a fresh copy
  public double[] at(Instant now) {
    return at(now.toEpochMilli());
  }

  private double[] at(long nowMillis) {
    var faded = values.clone();
    for (int h = 0; h < halfLives.size() && nowMillis != asOfMillis; h++) {
      double left = remaining(nowMillis - asOfMillis, h);
      for (int kind = 0; kind < KINDS; kind++) {
        double value = faded[h * KINDS + kind];
        faded[h * KINDS + kind] = value == 0 ? 0 : value * left; // 0 times infinity is no number
      }
    }
    return faded;
  }

  private double remaining(long ageMillis, int halfLife) {
    return StrictMath.pow(2, -(double) ageMillis / halfLives.get(halfLife).toMillis());
  }
}
