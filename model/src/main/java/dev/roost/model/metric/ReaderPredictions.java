package dev.roost.model.metric;

import static java.util.Objects.requireNonNull;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Predictions, each with the reader for whom it was made, to ask for metrics with intervals over
/// readers.
///
/// Metrics of sums have [ReaderTotals]; here are those of all predictions together, such as areas,
/// whose value is no mean of values of readers. Immutable, for any thread.
public final class ReaderPredictions {

  private final Predictions predictions;
  private final UserId[] readers;
  private final int[] units; // of each prediction the place of its reader among all, ascending
  private final int count;

  private ReaderPredictions(UserId[] readers, Predictions predictions) {
    this.predictions = predictions;
    this.readers = readers;
    UserId[] different = Arrays.stream(readers).distinct().sorted().toArray(UserId[]::new);
    this.units = Arrays.stream(readers).mapToInt(r -> Arrays.binarySearch(different, r)).toArray();
    this.count = different.length;
  }

  /// Returns predictions with their readers. O(n log n).
  ///
  /// @param readers one a prediction, in their order
  public static ReaderPredictions of(List<UserId> readers, Predictions predictions) {
    Checks.sameLength(predictions.size(), readers.size(), "readers");
    return new ReaderPredictions(readers.toArray(UserId[]::new), predictions);
  }

  /// Returns the predictions, whoever read.
  public Predictions predictions() {
    return predictions;
  }

  /// Returns the number of readers.
  public int readers() {
    return count;
  }

  /// Returns a metric with its interval: readers are drawn again, each with all their predictions.
  ///
  /// O(n · resamples) for every metric here: what was drawn several times weighs that much more, so
  /// scores are sorted once. Draws depend on `chance` and the number of readers alone.
  ///
  /// @param metric takes a weight as a repetition, as every metric of this package does
  /// @param resamples number of bootstrap samples, at least 40; see [MeanInterval#RESAMPLES]
  /// @return empty if the metric has no value
  public Optional<MeanInterval> interval(
      Function<Predictions, OptionalDouble> metric, int resamples, Chance chance) {
    requireNonNull(chance);
    return MeanInterval.of(
        metric.apply(predictions).orElse(Double.NaN),
        count,
        resamples,
        chance,
        times -> metric.apply(predictions.repeated(units, times)).orElse(Double.NaN));
  }

  /// Returns the predictions at some indices.
  ReaderPredictions only(int[] indices) {
    return new ReaderPredictions(
        Arrays.stream(indices).mapToObj(i -> readers[i]).toArray(UserId[]::new),
        predictions.only(indices));
  }
}
