package dev.roost.model.metric;

import static java.util.Objects.requireNonNull;

import dev.roost.model.chance.Chance;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// A mean, a ratio of means or another statistic, with the 95 % interval of a percentile bootstrap.
///
/// What is drawn again is the independent unit, such as a reader with all their events, so that
/// events of one reader may depend on each other as they like.
///
/// Source: Efron and Tibshirani, [An Introduction to the
/// Bootstrap](https://doi.org/10.1201/9780429246593), Chapman and Hall 1993, chapter 13; whole
/// clusters as in Davison and Hinkley, [Bootstrap Methods and their
/// Application](https://doi.org/10.1017/CBO9780511802843), 1997, section 3.8. Quantiles are
/// interpolated linearly. Draws are hashes of the resample and the place in it: equal data in equal
/// order and an equal source of chance give an equal interval.
///
/// @param mean the estimate from the data themselves, finite
/// @param low the 2.5 % quantile over resamples, finite
/// @param high the 97.5 % quantile, finite, at least `low`
/// @param units how many independent units were drawn from, at least 1
public record MeanInterval(double mean, double low, double high, int units) {

  /// Resamples that are enough for two digits of a 95 % interval.
  public static final int RESAMPLES = 2_000;

  private static final double TAIL = 0.025;

  public MeanInterval {
    if (!(Double.isFinite(mean) && Double.isFinite(high) && low <= high && Double.isFinite(low))) {
      throw new IllegalArgumentException(
          "interval must be finite and ordered: " + mean + " [" + low + ", " + high + "]");
    }
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1: " + units);
    }
  }

  /// Returns whether a value is in the interval; never for NaN.
  public boolean holds(double value) {
    return low <= value && value <= high;
  }

  /// Returns the mean of one value a unit. O(n · resamples).
  ///
  /// @param values shape `[n]`, each finite
  /// @param resamples number of bootstrap samples, at least 40; see [#RESAMPLES]
  /// @return empty if there is no unit
  public static Optional<MeanInterval> of(double[] values, int resamples, Chance chance) {
    return ratio(values, Checks.ones(values.length), resamples, chance);
  }

  /// Returns the sum of `numerators` over that of `denominators`, drawn in pairs. O(n · resamples).
  ///
  /// With totals and counts a unit it is the mean over events, clustered by unit; with two metrics
  /// of the same units it is the ratio of their means.
  ///
  /// @param numerators shape `[n]`, each finite
  /// @param denominators shape `[n]`, each finite and at least 0
  /// @param resamples number of bootstrap samples, at least 40; see [#RESAMPLES]
  /// @return empty if the denominators sum to 0; resamples where they do are left out
  public static Optional<MeanInterval> ratio(
      double[] numerators, double[] denominators, int resamples, Chance chance) {
    requireNonNull(chance);
    Checks.sameLength(numerators.length, denominators.length, "denominators");
    Checks.finite(numerators, "numerator");
    Checks.weights(denominators);
    double mean = Arrays.stream(numerators).sum() / Arrays.stream(denominators).sum();
    return of(
        mean,
        numerators.length,
        resamples,
        chance,
        times -> ratio(numerators, denominators, times));
  }

  /// Sums of units, to be divided by sums of the same units; owned by whoever made it.
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package; nobody compares it
  record Ratio(double[] numerators, double[] denominators) {}

  /// Returns how much a ratio is above that of other units; drawn are units of both together.
  static Optional<MeanInterval> difference(Ratio ours, Ratio theirs, int resamples, Chance chance) {
    int split = ours.numerators().length;
    int units = split + theirs.numerators().length;
    var all = new int[units];
    Arrays.fill(all, 1);
    return split == 0 || units == split
        ? Optional.empty()
        : of(
            above(ours, theirs, all),
            units,
            resamples,
            chance,
            times -> above(ours, theirs, times));
  }

  private static double above(Ratio ours, Ratio theirs, int[] times) {
    int split = ours.numerators().length;
    return ratio(ours.numerators(), ours.denominators(), Arrays.copyOf(times, split))
        - ratio(
            theirs.numerators(),
            theirs.denominators(),
            Arrays.copyOfRange(times, split, times.length));
  }

  /// Returns the interval of any statistic of independent units. O(resamples · (n + statistic)).
  ///
  /// @param estimate the statistic of the data themselves
  /// @param units number of independent units
  /// @param statistic what the data say when each unit is there as often as told; not finite where
  ///     they say nothing, and then left out
  /// @return empty if the estimate is not finite, or no resample says anything
  static Optional<MeanInterval> of(
      double estimate, int units, int resamples, Chance chance, ToDoubleFunction<int[]> statistic) {
    requireNonNull(chance);
    if (resamples < 1 / TAIL) {
      throw new IllegalArgumentException("resamples must be at least 40: " + resamples);
    }
    if (!Double.isFinite(estimate) || units == 0) {
      return Optional.empty();
    }
    double[] drawn =
        IntStream.range(0, resamples)
            .mapToDouble(sample -> statistic.applyAsDouble(times(units, sample, chance)))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return drawn.length == 0
        ? Optional.empty()
        : Optional.of(
            new MeanInterval(estimate, quantile(drawn, TAIL), quantile(drawn, 1 - TAIL), units));
  }

  private static int[] times(int units, int sample, Chance chance) {
    int[] times = new int[units];
    for (int i = 0; i < units; i++) {
      times[chance.below(units, sample, i, 0)]++;
    }
    return times;
  }

  private static double ratio(double[] numerators, double[] denominators, int[] times) {
    double numerator = 0;
    double denominator = 0;
    for (int i = 0; i < times.length; i++) {
      numerator += times[i] * numerators[i];
      denominator += times[i] * denominators[i];
    }
    return numerator / denominator;
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
