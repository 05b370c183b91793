package dev.roost.model.rank;

/// A line in log-odds that makes probabilities agree with frequencies; it never changes an order.
///
/// Source: Platt, *Probabilistic outputs for support vector machines*, 1999, with his targets that
/// keep a slice of one class finite. Differs in drawing the slope to 1, so that a small slice moves
/// mainly the level.
///
/// @param slope by which log-odds are multiplied; at least [#LEAST_SLOPE], finite
/// @param offset then added; finite
public record PlattScaling(double slope, double offset) {

  /// The least slope: a slice on which scores mislead keeps their order, almost flat.
  public static final double LEAST_SLOPE = 0.1;

  private static final double PRIOR = 10; // rows that a slope of 1 is worth
  private static final int STEPS = 50;

  public PlattScaling {
    if (!(slope >= LEAST_SLOPE && slope < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("slope must be finite and at least 0.1: " + slope);
    }
    if (!Double.isFinite(offset)) {
      throw new IllegalArgumentException("offset must be finite: " + offset);
    }
  }

  /// Returns the calibration that changes nothing.
  public static PlattScaling none() {
    return new PlattScaling(1, 0);
  }

  /// Returns the probability of log-odds.
  public double probability(double logOdds) {
    return sigmoid(slope * logOdds + offset);
  }

  static double sigmoid(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /// Returns the calibration that fits outcomes best. O(n) a step, by Newton's method.
  ///
  /// @param logOdds shape `[n]`, finite
  /// @param positive what came of each
  /// @param weight impressions that each stands for, above 0
  public static PlattScaling fit(double[] logOdds, boolean[] positive, double[] weight) {
    if (logOdds.length == 0) {
      return none();
    }
    var fit = new Fit(logOdds, positive, weight);
    double slope = fit.run(1, true);
    if (!(slope >= LEAST_SLOPE)) {
      slope = LEAST_SLOPE;
      fit.run(slope, false);
    }
    return new PlattScaling(slope, fit.offset);
  }

  private static final class Fit {

    private final double[] logOdds;
    private final double[] target;
    private final double[] weight;
    private double offset;

    Fit(double[] logOdds, boolean[] positive, double[] weight) {
      this.logOdds = logOdds;
      int n = logOdds.length;
      this.weight = weight.clone();
      double total = 0;
      double positives = 0;
      for (int i = 0; i < n; i++) {
        total += weight[i];
        positives += positive[i] ? weight[i] : 0;
      }
      double high = (positives + 1) / (positives + 2);
      double low = 1 / (total - positives + 2);
      target = new double[n];
      for (int i = 0; i < n; i++) {
        target[i] = positive[i] ? high : low;
        this.weight[i] *= n / total;
      }
    }

    double run(double startSlope, boolean slopeIsFree) {
      double slope = startSlope;
      offset = 0;
      for (int step = 0; step < STEPS; step++) {
        double bySlope = slopeIsFree ? PRIOR * (1 - slope) : 0;
        double byOffset = 0;
        double slopeSlope = PRIOR;
        double slopeOffset = 0;
        double offsetOffset = 1e-9;
        for (int i = 0; i < logOdds.length; i++) {
          double p = sigmoid(slope * logOdds[i] + offset);
          double error = weight[i] * (target[i] - p);
          double curve = weight[i] * p * (1 - p);
          double x = slopeIsFree ? logOdds[i] : 0;
          bySlope += error * x;
          byOffset += error;
          slopeSlope += curve * x * x;
          slopeOffset += curve * x;
          offsetOffset += curve;
        }
        double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
        double stepSlope = (offsetOffset * bySlope - slopeOffset * byOffset) / determinant;
        double stepOffset = (slopeSlope * byOffset - slopeOffset * bySlope) / determinant;
        slope += Math.clamp(stepSlope, -1, 1);
        offset += Math.clamp(stepOffset, -1, 1);
      }
      return slope;
    }
  }
}
