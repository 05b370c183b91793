package dev.roost.simulator.drift;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.report.Estimate;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Intervals over readers for any statistic of sums over readers.
///
/// Readers are drawn with replacement, each with all their columns, so differences between worlds
/// stay paired. The interval is that of percentiles.
///
/// Source: Efron and Tibshirani, [An Introduction to the
/// Bootstrap](https://doi.org/10.1201/9780429246593), Chapman and Hall 1993, chapter 13.
public final class Resamples {

  private static final int COUNT = 400;
  private static final double TAIL = 0.025;

  private final Chance chance;

  /// @param seed of the draws; the same seed draws the same readers for equal numbers of them
  public Resamples(long seed) {
    this.chance = Chance.of(seed, "resamples");
  }

  /// Returns the statistic of the column sums, with its interval; unknown if it is not finite.
  ///
  /// @param isMember shape `[n]`, which readers count
  /// @param columns each of shape `[n]`, finite
  public Estimate estimate(
      boolean[] isMember, ToDoubleFunction<double[]> statistic, double[]... columns) {
    double[][] rows =
        Arrays.stream(columns).map(c -> members(isMember, c)).toArray(double[][]::new);
    double value =
        statistic.applyAsDouble(Arrays.stream(rows).mapToDouble(Resamples::sum).toArray());
    int readers = rows[0].length;
    if (!Double.isFinite(value) || readers == 0) {
      return Estimate.unknown();
    }
    var drawn = new double[COUNT];
    int kept = 0;
    for (int resample = 0; resample < COUNT; resample++) {
      double result = statistic.applyAsDouble(draw(rows, readers, resample));
      if (Double.isFinite(result)) {
        drawn[kept++] = result;
      }
    }
    return interval(value, Arrays.copyOf(drawn, kept));
  }

  private double[] draw(double[][] rows, int readers, int resample) {
    var sums = new double[rows.length];
    for (int nth = 0; nth < readers; nth++) {
      int reader = chance.below(readers, resample, nth, 0);
      for (int column = 0; column < rows.length; column++) {
        sums[column] += rows[column][reader];
      }
    }
    return sums;
  }

  private static Estimate interval(double value, double[] drawn) {
    Arrays.sort(drawn);
    if (drawn.length < 1 / TAIL) {
      return Estimate.exact(value);
    }
    int low = (int) (TAIL * drawn.length);
    return new Estimate(value, drawn[low], drawn[drawn.length - 1 - low]);
  }

  private static double[] members(boolean[] isMember, double[] column) {
    var rows = new double[column.length];
    int count = 0;
    for (int i = 0; i < column.length; i++) {
      if (isMember[i]) {
        rows[count++] = column[i];
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
