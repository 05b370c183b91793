package dev.roost.model.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Calibration: whether what is given probability p happens in a share p of cases.
///
/// Source of the bins: Murphy and Winkler, [Reliability of subjective probability forecasts of
/// precipitation and temperature](https://doi.org/10.2307/2346866), Applied Statistics 26(1), 1977.
public final class Calibration {

  /// What was given a probability in `[low, high)`, or `[low, 1]` for the last.
  ///
  /// @param weight sum of weights, above 0
  /// @param predicted weighted mean probability
  /// @param observed weighted share that happened
  public record Bin(double low, double high, double weight, double predicted, double observed) {}

  private Calibration() {}

  /// Returns observed divided by expected events: below 1 the predictions promise too much. O(n).
  ///
  /// Source: as "calibration" in He et al., [Practical lessons from predicting clicks on ads at
  /// Facebook](https://doi.org/10.1145/2648584.2648589), ADKDD 2014, which has the inverse.
  ///
  /// @return a value of at least 0, or empty if nothing was expected
  public static OptionalDouble ratio(Predictions predictions) {
    double expected = predictions.expected();
    return expected > 0
        ? OptionalDouble.of(predictions.observed() / expected)
        : OptionalDouble.empty();
  }

  /// Returns the bins of equal width that have weight, by ascending probability. O(n + bins).
  ///
  /// @param count number of bins, at least 1
  public static List<Bin> bins(Predictions predictions, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1: " + count);
    }
    double[] weight = new double[count];
    double[] predicted = new double[count];
    double[] observed = new double[count];
    for (int i = 0; i < predictions.size(); i++) {
      int bin = Math.min(count - 1, (int) (predictions.probability(i) * count));
      weight[bin] += predictions.weight(i);
      predicted[bin] += predictions.weight(i) * predictions.probability(i);
      observed[bin] += predictions.happened(i) ? predictions.weight(i) : 0;
    }
    var bins = new ArrayList<Bin>();
    for (int i = 0; i < count; i++) {
      if (weight[i] > 0) {
        double low = (double) i / count;
        double high = (i + 1.0) / count;
        bins.add(new Bin(low, high, weight[i], predicted[i] / weight[i], observed[i] / weight[i]));
      }
    }
    return List.copyOf(bins);
  }

  /// Returns the expected calibration error: the mean distance of observed from predicted over
  /// bins.
  ///
  /// Source: Naeini, Cooper and Hauskrecht, [Obtaining well calibrated probabilities using Bayesian
  /// binning](https://doi.org/10.1609/aaai.v29i1.9602), AAAI 2015.
  ///
  /// @return a value in `[0, 1]`, or empty if nothing has weight
  public static OptionalDouble error(Predictions predictions, int bins) {
    double error = 0;
    double total = 0;
    for (var bin : bins(predictions, bins)) {
      error += bin.weight() * Math.abs(bin.observed() - bin.predicted());
      total += bin.weight();
    }
    return total > 0 ? OptionalDouble.of(error / total) : OptionalDouble.empty();
  }
}
