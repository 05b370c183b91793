package dev.roost.model.metric;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Calibration: whether what is given probability p happens in a share p of cases.
///
/// Source of the bins: Murphy and Winkler, [Reliability of subjective probability forecasts of
/// precipitation and temperature](https://doi.org/10.2307/2346866), Applied Statistics 26(1), 1977.
public final class Calibration {

  /// What was given a probability from `low` to `high`: one point of the reliability curve.
  ///
  /// @param count predictions that have weight, at least 1
  /// @param weight sum of weights, above 0
  /// @param predicted weighted mean probability
  /// @param observed weighted share that happened
  /// @param interval where that share may truly lie, for as many independent cases as the weights
  ///     are worth (Kish's effective number); what is calibrated is predicted within it in about
  ///     95 % of bins
  public record Bin(
      double low,
      double high,
      int count,
      double weight,
      double predicted,
      double observed,
      ShareInterval interval) {}

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

  /// Returns the bins of equal width that have weight, by ascending probability: each holds
  /// `[low, high)`, the last `[low, 1]`. O(n + bins).
  ///
  /// @param count number of bins, at least 1
  public static List<Bin> bins(Predictions predictions, int count) {
    requireBins(count);
    var cells = cells(count);
    for (int i = 0; i < predictions.size(); i++) {
      cells[Math.min(count - 1, (int) (predictions.probability(i) * count))].add(predictions, i);
    }
    return IntStream.range(0, count)
        .filter(i -> cells[i].weight > 0)
        .mapToObj(i -> cells[i].bin((double) i / count, (i + 1.0) / count))
        .toList();
  }

  /// Returns bins of about equal weight, by ascending probability, with the lowest and the highest
  /// probability in each. O(n log n).
  ///
  /// For rare events, whose probabilities crowd into few bins of equal width. Equal probabilities
  /// share a bin, so there may be fewer.
  ///
  /// @param count number of bins wanted, at least 1
  public static List<Bin> quantileBins(Predictions predictions, int count) {
    requireBins(count);
    var cells = cells(count);
    int[] order = predictions.ascending();
    double total = predictions.totalWeight();
    double below = 0;
    for (int from = 0, to; from < order.length; from = to) {
      double tied = 0;
      double probability = predictions.probability(order[from]);
      for (to = from;
          to < order.length && predictions.probability(order[to]) == probability;
          to++) {
        tied += predictions.weight(order[to]);
      }
      int cell = (int) Math.min(count - 1, (below + tied / 2) / total * count); // 0 without weight
      for (int i = from; i < to; i++) {
        cells[cell].add(predictions, order[i]);
      }
      below += tied;
    }
    return Arrays.stream(cells).filter(c -> c.weight > 0).map(c -> c.bin(c.low, c.high)).toList();
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

  private static void requireBins(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1: " + count);
    }
  }

  private static Cell[] cells(int count) {
    return Stream.generate(Cell::new).limit(count).toArray(Cell[]::new);
  }

  /// Sums up a bin.
  private static final class Cell {

    private double low = 1;
    private double high;
    private int count;
    private double weight;
    private double squares;
    private double predicted;
    private double happened;

    void add(Predictions predictions, int index) {
      double probability = predictions.probability(index);
      double added = predictions.weight(index);
      if (added > 0) {
        low = Math.min(low, probability);
        high = Math.max(high, probability);
        count++;
        weight += added;
        squares += added * added;
        predicted += added * probability;
        happened += predictions.happened(index) ? added : 0;
      }
    }

    Bin bin(double from, double to) {
      double observed = Math.min(1, happened / weight);
      var interval = ShareInterval.of(observed, weight * weight / squares);
      return new Bin(from, to, count, weight, predicted / weight, observed, interval);
    }
  }
}
