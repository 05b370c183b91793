package dev.roost.model.registry;

import static java.util.Objects.requireNonNull;

/// What a decision about a version rests on: it and another, measured on the same impressions or at
/// the same time.
///
/// @param impressions by which the version was measured
/// @param readers of these
/// @param otherImpressions by which the other was measured
/// @param otherReaders of these
/// @param ours mean of the version
/// @param theirs mean of the other
/// @param worse by how much the version is worse, in the unit of the measure; below 0 it is better
/// @param worseLow lower bound of its 95 % interval over readers
/// @param worseHigh upper bound
public record Evidence(
    Measure measure,
    long impressions,
    int readers,
    long otherImpressions,
    int otherReaders,
    double ours,
    double theirs,
    double worse,
    double worseLow,
    double worseHigh) {

  /// What was measured an impression.
  public enum Measure {
    /// Nothing.
    NONE,
    /// Log loss of a positive engagement, in nats; less is better.
    LOG_LOSS,
    /// Engagement value as ranking weighs it; more is better.
    VALUE
  }

  public Evidence {
    requireNonNull(measure);
  }

  /// Returns that nothing was measured.
  public static Evidence none() {
    return of(Measure.NONE);
  }

  /// Returns that nothing was measured yet.
  public static Evidence of(Measure measure) {
    return new Evidence(measure, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /// Returns that the version foretold what is no probability.
  public static Evidence unsound(Measure measure, long impressions, int readers) {
    double nan = Double.NaN;
    return new Evidence(
        measure, impressions, readers, impressions, readers, nan, nan, nan, nan, nan);
  }

  /// Returns whether every number is finite and the interval is ordered.
  public boolean isSound() {
    return Double.isFinite(ours)
        && Double.isFinite(theirs)
        && Double.isFinite(worse)
        && Double.isFinite(worseLow)
        && Double.isFinite(worseHigh)
        && worseLow <= worseHigh;
  }
}
