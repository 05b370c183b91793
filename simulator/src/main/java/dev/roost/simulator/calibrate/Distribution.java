package dev.roost.simulator.calibrate;

import java.util.Arrays;

/// Values of a sample, ascending, and what sums them up.
public final class Distribution {

  private final double[] ascending;
  private final double sum;

  private Distribution(double[] ascending) {
    this.ascending = ascending;
    this.sum = Arrays.stream(ascending).sum();
  }

  /// Returns the distribution of a sample.
  ///
  /// @param values shape `[n]`, at least one, each finite and at least 0; not modified
  public static Distribution of(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending); // NaN stands last
    int n = ascending.length;
    if (n == 0 || !(ascending[0] >= 0 && ascending[n - 1] < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("values must be there, finite and at least 0");
    }
    return new Distribution(ascending);
  }

  /// Returns the distribution of counts.
  ///
  /// @param counts shape `[n]`, at least one, each at least 0; not modified
  public static Distribution of(int[] counts) {
    return of(Arrays.stream(counts).asDoubleStream().toArray());
  }

  /// Returns the number of values.
  public int size() {
    return ascending.length;
  }

  /// Returns the mean.
  public double mean() {
    return sum / ascending.length;
  }

  /// Returns the largest value.
  public double max() {
    return ascending[ascending.length - 1];
  }

  /// Returns the smallest value that a share of the values does not exceed.
  ///
  /// @param share in `[0, 1]`
  public double quantile(double share) {
    int place = (int) Math.ceil(share * ascending.length) - 1;
    return ascending[Math.clamp(place, 0, ascending.length - 1)];
  }

  /// Returns which part of the sum the largest values hold; 0 if the sum is 0.
  ///
  /// @param share of the values, in `[0, 1]`; at least one value counts
  public double topShare(double share) {
    int count = Math.clamp(Math.round(share * ascending.length), 1, ascending.length);
    double top = 0;
    for (int i = ascending.length - count; i < ascending.length; i++) {
      top += ascending[i];
    }
    return sum == 0 ? 0 : top / sum;
  }

  /// Returns the Gini coefficient: half the mean difference of two values over the mean, in
  /// `[0, 1)`; 0 if all are equal.
  public double gini() {
    double weighted = 0;
    for (int i = 0; i < ascending.length; i++) {
      weighted += (2.0 * i + 1 - ascending.length) * ascending[i];
    }
    return sum == 0 ? 0 : weighted / (ascending.length * sum);
  }

  /// Returns the exponent of the density's tail, 1 + Hill's estimate, over the largest tenth of
  /// those above 0.
  ///
  /// Source: Hill, [A simple general approach to inference about the tail of a
  /// distribution](https://doi.org/10.1214/aos/1176343247), Annals of Statistics 3(5), 1975. The
  /// tail is a fixed share of the sample, not found by fit as by Clauset, Shalizi and Newman,
  /// [Power-law distributions in empirical data](https://doi.org/10.1137/070710111), SIAM Review
  /// 51(4), 2009, so that samples are compared over the same part.
  ///
  /// @return above 1; infinite if the tail is flat
  public double tailExponent() {
    int zeros = 0;
    while (zeros < ascending.length && ascending[zeros] == 0) {
      zeros++;
    }
    int count = (ascending.length - zeros) / 10;
    double least = count == 0 ? 0 : StrictMath.log(ascending[ascending.length - count - 1]);
    double excess = 0;
    for (int i = ascending.length - count; i < ascending.length; i++) {
      excess += StrictMath.log(ascending[i]) - least;
    }
    return excess == 0 ? Double.POSITIVE_INFINITY : 1 + count / excess;
  }

  /// Returns the distribution of the values over their mean, which is above 0.
  public Distribution relative() {
    double mean = mean();
    return new Distribution(Arrays.stream(ascending).map(value -> value / mean).toArray());
  }

  /// Returns the Kolmogorov-Smirnov distance: the largest difference between the shares of values
  /// up to any point, in `[0, 1]`. O(n + m).
  public double distance(Distribution other) {
    double[] theirs = other.ascending;
    int i = 0;
    int j = 0;
    double most = 0;
    while (i < ascending.length && j < theirs.length) {
      double at = Math.min(ascending[i], theirs[j]);
      while (i < ascending.length && ascending[i] <= at) {
        i++;
      }
      while (j < theirs.length && theirs[j] <= at) {
        j++;
      }
      most = Math.max(most, Math.abs((double) i / ascending.length - (double) j / theirs.length));
    }
    return most;
  }
}
