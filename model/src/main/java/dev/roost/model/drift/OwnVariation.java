package dev.roost.model.drift;

/// How far a day's value lies from what the days before foretell, by their own variation.
///
/// Days are taken as normal with unknown mean and variance; the variance is shrunk towards a first
/// guess. A day's score is then its Student t under the posterior predictive, turned into a normal
/// deviate, so that few days make a wide prediction, not a false alarm.
///
/// Source: Gelman et al., Bayesian Data Analysis, 3rd edition, CRC Press 2013, section 3.3, with a
/// flat prior of the mean; deviate after Wallace, [Bounds on normal approximations to Student's and
/// the chi-square distributions](https://doi.org/10.1214/aoms/1177706096), Annals of Mathematical
/// Statistics 30(4), 1959.
final class OwnVariation {

  private static final double GUESS_WEIGHT = 12; // degrees of freedom of the first guess
  private static final double FADE = 0.93; // a day: half after some ten days
  private static final int LEAST_DAYS = 2;

  private final double guess;
  private int days;
  private double weight;
  private double mean;
  private double squares;

  /// Starts without days.
  ///
  /// @param guess first guess of the standard deviation, above 0
  OwnVariation(double guess) {
    this.guess = guess;
  }

  /// Returns the deviate of a value, positive above the mean; 0 while too few days are known.
  double score(double value) {
    if (days < LEAST_DAYS) {
      return 0;
    }
    double freedom = GUESS_WEIGHT + weight - 1;
    double variance = (GUESS_WEIGHT * guess * guess + squares) / freedom;
    double t = (value - mean) / Math.sqrt(variance * (1 + 1 / weight));
    double deviate =
        (8 * freedom + 1)
            / (8 * freedom + 3)
            * Math.sqrt(freedom * StrictMath.log1p(t * t / freedom));
    return Math.copySign(deviate, t);
  }

  /// Returns the mean of days, fading; 0 before the first.
  double mean() {
    return mean;
  }

  /// Adds a day.
  void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be finite: " + value);
    }
    days++;
    weight = FADE * weight + 1;
    double step = value - mean;
    mean += step / weight;
    squares = FADE * squares + step * (value - mean);
  }

  /// Returns the deviate that a standard normal value exceeds with at most `rate`: the bound of
  /// Chernoff, P(Z > z) <= exp(-z²/2) / 2.
  static double deviateOf(double rate) {
    return Math.sqrt(-2 * StrictMath.log(Math.min(0.5, 2 * rate)));
  }
}
