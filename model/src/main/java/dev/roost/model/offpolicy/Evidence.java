package dev.roost.model.offpolicy;

import static java.util.Objects.requireNonNull;

import dev.roost.model.metric.MeanInterval;

/// How much logged rows say of a policy that did not log them.
///
/// @param rows number of rows
/// @param readers number of readers
/// @param effectiveSize rows that, all of one weight, would be worth as much; in `[0, rows]`
/// @param effectiveReaders the same of readers, each with the sum of their weights
/// @param effectiveRewarded the same of rows whose reward is not 0
/// @param largestWeight greatest weight of a row
/// @param topShare share of all weight which the heaviest 1 % of rows hold, in `[0, 1]`
/// @param meanWeight mean weight of a row. It is 1 in expectation where the logging policy might
///     show everything that the policy in question would and the propensities are true: an interval
///     without 1 says that they are not, or how much clipping cut off
public record Evidence(
    int rows,
    int readers,
    double effectiveSize,
    double effectiveReaders,
    double effectiveRewarded,
    double largestWeight,
    double topShare,
    MeanInterval meanWeight) {

  public Evidence {
    requireNonNull(meanWeight);
    if (!(effectiveSize >= 0 && effectiveReaders >= 0 && effectiveRewarded >= 0)) {
      throw new IllegalArgumentException(
          "effective sizes must be at least 0: %s, %s, %s"
              .formatted(effectiveSize, effectiveReaders, effectiveRewarded));
    }
    if (!(largestWeight >= 0 && topShare >= 0 && topShare <= 1)) {
      throw new IllegalArgumentException(
          "largest weight and top share must be in range: " + largestWeight + ", " + topShare);
    }
  }

  /// Returns the weight that is missing from the mean of 1, at least 0.
  ///
  /// Of rewards in `[0, 1]` clipped IPS is too low by at most this, in expectation.
  public double lostWeight() {
    return Math.max(0, 1 - meanWeight.mean());
  }
}
