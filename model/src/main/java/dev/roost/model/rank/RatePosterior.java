package dev.roost.model.rank;

/// What is believed of an item's rate of engagement: a Beta distribution as a histogram.
///
/// The cells are narrower towards 0, where rates lie. Within a cell all rates are alike likely, so
/// that draws and probabilities are of exactly the same distribution, however coarse it is.
final class RatePosterior {

  /// Cells of the histogram.
  static final int CELLS = 256;

  private static final double NEGLIGIBLE = -60; // log-density against that of the likeliest cell

  private static final double[] LOGS = new double[CELLS]; // of the rate amid a cell
  private static final double[] LOGS_OF_REST = new double[CELLS]; // of 1 - that rate
  private static final double[] WIDTHS = new double[CELLS];

  static {
    for (int cell = 0; cell < CELLS; cell++) {
      double rate = edge(cell + 0.5);
      LOGS[cell] = StrictMath.log(rate);
      LOGS_OF_REST[cell] = StrictMath.log(1 - rate);
      WIDTHS[cell] = edge(cell + 1) - edge(cell);
    }
  }

  private final double[] below = new double[CELLS + 1]; // probability of lesser rates, by edge

  private RatePosterior() {}

  /// Returns the posterior of a Beta distribution.
  ///
  /// @param engaged at least what the prior brings, above 0
  /// @param passed over, likewise above 0
  static RatePosterior of(double engaged, double passed) {
    if (!(engaged > 0 && passed > 0)) {
      throw new IllegalArgumentException("no Beta distribution: " + engaged + ", " + passed);
    }
    var posterior = new RatePosterior();
    var logs = new double[CELLS];
    double highest = Double.NEGATIVE_INFINITY;
    for (int cell = 0; cell < CELLS; cell++) {
      logs[cell] = (engaged - 1) * LOGS[cell] + (passed - 1) * LOGS_OF_REST[cell];
      highest = Math.max(highest, logs[cell]);
    }
    posterior.fill(logs, highest);
    return posterior;
  }

  private void fill(double[] logs, double highest) {
    double sum = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      double log = logs[cell] - highest;
      sum += log < NEGLIGIBLE ? 0 : WIDTHS[cell] * StrictMath.exp(log);
      below[cell + 1] = sum;
    }
    for (int cell = 1; cell < CELLS; cell++) {
      below[cell] /= sum;
    }
    below[CELLS] = 1;
  }

  /// Returns the rate at a distance from 0 that is counted in cells.
  private static double edge(double cells) {
    return cells / CELLS * (cells / CELLS);
  }

  /// Returns the rate below which lies this share of the distribution, in cells from 0.
  ///
  /// @param share in `[0, 1)`
  double cellsAt(double share) {
    int low = 0;
    int high = CELLS;
    while (high - low > 1) { // below[low] <= share < below[high]
      int middle = (low + high) >>> 1;
      if (below[middle] <= share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + (share - below[low]) / (below[low + 1] - below[low]);
  }

  /// Returns the probability of a cell.
  double in(int cell) {
    return below[cell + 1] - below[cell];
  }

  /// Returns the probability of a lesser rate than that at a part of a cell.
  double below(int cell, double part) {
    return below[cell] + part * in(cell);
  }
}
