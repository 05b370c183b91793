package dev.roost.model.offpolicy;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import dev.roost.model.metric.ReaderTotals;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Importance weights of rows, and how much evidence they leave.
final class Weights {

  private static final double TOP = 0.01;

  private Weights() {}

  /// Returns the number of equal weights that estimate a mean as well: the square of the sum over
  /// the sum of squares. O(n).
  ///
  /// Source: Kish, Survey Sampling, Wiley 1965, section 11.7. Weights are first divided by the
  /// greatest, which changes nothing but overflow.
  ///
  /// @param weights each finite and at least 0
  /// @return a value in `[0, n]`, 0 if nothing has weight
  static double effectiveSize(double[] weights) {
    double largest = Arrays.stream(weights).max().orElse(0);
    double sum = 0;
    double squares = 0;
    for (double weight : weights) {
      double share = largest > 0 ? weight / largest : 0;
      sum += share;
      squares += share * share;
    }
    return largest > 0 ? Math.min(weights.length, sum * sum / squares) : 0;
  }

  /// Returns the share of all weight that the heaviest 1 % of rows hold, at least one row; 0 if
  /// nothing has weight. O(n log n).
  static double topShare(double[] weights) {
    double[] ascending = Arrays.stream(weights).sorted().toArray();
    int n = ascending.length;
    int top = (int) Math.ceil(n * TOP);
    double largest = n == 0 ? 0 : ascending[n - 1];
    double all = 0;
    double held = 0;
    for (int i = 0; i < n && largest > 0; i++) {
      double share = ascending[i] / largest;
      all += share;
      held += i >= n - top ? share : 0;
    }
    return all > 0 ? Math.min(1, held / all) : 0;
  }

  /// Returns the evidence of at least one row, each weighed by `weight`.
  static Evidence evidence(
      List<LoggedRow> rows, ToDoubleFunction<LoggedRow> weight, int resamples, Chance chance) {
    double[] weights = rows.stream().mapToDouble(weight).toArray();
    double[] rewarded =
        IntStream.range(0, weights.length)
            .filter(i -> rows.get(i).reward() != 0)
            .mapToDouble(i -> weights[i])
            .toArray();
    var ofReaders = new TreeMap<UserId, Double>();
    var totals = new ReaderTotals(List.of("weight"));
    for (int i = 0; i < weights.length; i++) {
      ofReaders.merge(rows.get(i).reader(), weights[i], Double::sum);
      totals.add(rows.get(i).reader(), weights[i]);
    }
    return new Evidence(
        weights.length,
        totals.readers(),
        effectiveSize(weights),
        effectiveSize(ofReaders.values().stream().mapToDouble(Double::doubleValue).toArray()),
        effectiveSize(rewarded),
        Arrays.stream(weights).max().orElseThrow(),
        topShare(weights),
        totals.mean("weight", resamples, chance).orElseThrow());
  }
}
