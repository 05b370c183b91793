package dev.roost.model.metric;

import static java.util.Objects.requireNonNull;

import dev.roost.model.chance.Chance;
import java.util.Arrays;
import java.util.Optional;

/// A mean, or a ratio of means, with the 95 % interval of a percentile bootstrap.
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
    if (resamples < 1 / TAIL) {
      throw new IllegalArgumentException("resamples must be at least 40: " + resamples);
    }
    double mean = Arrays.stream(numerators).sum() / Arrays.stream(denominators).sum();
    double[] drawn = drawn(numerators, denominators, resamples, chance);
    return drawn.length > 0 && Double.isFinite(mean)
        ? Optional.of(
            new MeanInterval(
                mean, quantile(drawn, TAIL), quantile(drawn, 1 - TAIL), numerators.length))
        : Optional.empty();
  }

  private static double[] drawn(
      double[] numerators, double[] denominators, int resamples, Chance chance) {
    int units = numerators.length;
    double[] ratios = new double[resamples];
    int kept = 0;
    for (int sample = 0; sample < resamples; sample++) {
      double numerator = 0;
      double denominator = 0;
      for (int i = 0; i < units; i++) {
        int unit = chance.below(units, sample, i, 0);
        numerator += numerators[unit];
        denominator += denominators[unit];
      }
      double ratio = numerator / denominator;
      if (Double.isFinite(ratio)) {
        ratios[kept++] = ratio;
      }
    }
    double[] sorted = Arrays.copyOf(ratios, kept);
    Arrays.sort(sorted);
    return sorted;
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
