package dev.roost.model.drift;

/// Weights by bin: mergeable, so that windows of several nodes, or days, add up.
final class Histogram {

  private static final double LEAST_SHARE = 1e-4; // of a bin, so that an empty one stays finite

  private final double[] weights;
  private double total;

  Histogram(int bins) {
    weights = new double[bins];
  }

  void add(int bin, double weight) {
    weights[bin] += weight;
    total += weight;
  }

  /// Adds all of another histogram over the same bins.
  void merge(Histogram other) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] += other.weights[i];
    }
    total += other.total;
  }

  /// Lets everything count less.
  ///
  /// @param factor in `[0, 1]`
  void fade(double factor) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= factor;
    }
    total *= factor;
  }

  double total() {
    return total;
  }

  /// Returns a bin's share of the total, at least a little above 0.
  double share(int bin) {
    return total > 0 ? Math.max(LEAST_SHARE, weights[bin] / total) : LEAST_SHARE;
  }

  /// Returns the population stability index: Jeffreys' divergence in nats, at least 0.
  ///
  /// Source: Jeffreys, [An invariant form for the prior probability in estimation
  /// problems](https://doi.org/10.1098/rspa.1946.0056), Proc. Royal Society A 186, 1946; the name
  /// and the custom to mind values above 0.25 are of credit scoring: Siddiqi, Credit Risk
  /// Scorecards, Wiley 2006. Differs in that empty bins have a share of 1/10,000.
  double stabilityIndex(Histogram reference) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double gap = share(i) - reference.share(i);
      sum += gap * StrictMath.log(share(i) / reference.share(i));
    }
    return sum;
  }

  /// Returns the Jensen–Shannon divergence in bits, in `[0, 1]` but for the least shares.
  ///
  /// Source: Lin, [Divergence measures based on the Shannon
  /// entropy](https://doi.org/10.1109/18.61115), IEEE Transactions on Information Theory 37(1),
  /// 1991.
  double jensenShannon(Histogram reference) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double p = share(i);
      double q = reference.share(i);
      double middle = (p + q) / 2;
      sum += p * StrictMath.log(p / middle) + q * StrictMath.log(q / middle);
    }
    return Math.max(0, sum / 2 / StrictMath.log(2));
  }
}
