package dev.roost.model.drift;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/// Shiryaev–Roberts procedure for a change of rate by an unknown ratio, mixed over a small grid.
///
/// For each ratio `j` of the grid `R_j <- (R_j + 1) L_j`, with `L_j` the window's likelihood ratio;
/// the statistic `R` is their mean, and the alarm is `R >= A`.
///
/// Without change each `L_j` has mean 1, or less where the expectation is only known to lie in a
/// range, so `R - n` is a supermartingale after `n` windows, and by optional stopping the mean
/// number of windows to a false alarm is at least `A`: the threshold *is* the declared average run
/// length. This holds for windows whose counts are, given the past, Poisson or binomial times an
/// overdispersion `phi`, because likelihood ratios are tempered: raised to `1 / phi`, as in a
/// quasi-likelihood. It does not cover an expectation that is wrong by more than its range; see
/// [SliceWatch] for what is added against that.
///
/// O(grid) a window, O(grid) an estimate of effect, O(memory) an estimate of onset.
///
/// Source: Shiryaev, [On optimum methods in quickest detection
/// problems](https://doi.org/10.1137/1108002), Theory of Probability and its Applications 8(1),
/// 1963; Roberts, [A comparison of some control chart
/// procedures](https://doi.org/10.1080/00401706.1966.10490374), Technometrics 8(3), 1966; Pollak,
/// [Average run lengths of an optimal method of detecting a change in
/// distribution](https://doi.org/10.1214/aos/1176350373), Annals of Statistics 15(2), 1987, mixes
/// over the parameter. The onset is the start of the path of Page, [Continuous inspection
/// schemes](https://doi.org/10.1093/biomet/41.1-2.100), Biometrika 41, 1954.
public final class MixtureShiryaevRoberts {

  /// How far above the threshold the statistic may stay while nobody acts on the alarm; a cap only
  /// lengthens runs.
  private static final double HEADROOM = 20;

  /// When the change may have begun, in windows before the newest, which is 0.
  public record Onset(int earliestAgo, int likeliestAgo, int latestAgo) {}

  private final double[] ratios;
  private final double threshold;
  private final double[] statistic;
  private final double[] paths; // Page's, one a ratio: nats since it last left 0
  private final Tally[] lowest;
  private final Tally[] highest;
  private final double[] tempers;
  private long steps;

  /// Watches with nothing seen yet.
  ///
  /// @param ratios the grid, each above 0 and not 1
  /// @param threshold alarm level `A` of the statistic: windows to a false alarm on average, above
  ///     1
  /// @param memory windows kept to date the onset, at least 1
  public MixtureShiryaevRoberts(List<Double> ratios, double threshold, int memory) {
    if (ratios.isEmpty() || !ratios.stream().allMatch(r -> r > 0 && r < 100 && r != 1)) {
      throw new IllegalArgumentException("ratios must be in (0, 100) and not 1: " + ratios);
    }
    if (!(threshold > 1 && threshold < 1e200)) {
      throw new IllegalArgumentException("threshold must be in (1, 1e200): " + threshold);
    }
    this.ratios = ratios.stream().mapToDouble(Double::doubleValue).toArray();
    this.threshold = threshold;
    statistic = new double[this.ratios.length];
    paths = new double[this.ratios.length];
    lowest = new Tally[memory];
    highest = new Tally[memory];
    tempers = new double[memory];
  }

  /// Takes one window and returns whether the statistic is at or above the threshold.
  ///
  /// @param observed events, at least 0
  /// @param expected their mean without change, at least 0
  /// @param overdispersion variance over mean of such counts, at least 1
  public boolean step(double observed, double expected, double overdispersion) {
    var tally = new Tally.Count(observed, expected);
    return step(tally, tally, overdispersion);
  }

  /// Takes one window whose expectation is known only to lie between two.
  ///
  /// Falls are measured from the lowest, rises from the highest. Likelihood ratios are monotone in
  /// the count, so their mean is at most 1 for every expectation between, and the run length holds
  /// for each.
  ///
  /// @param lowest the window beside the lowest expectation
  /// @param highest the same window beside the highest
  boolean step(Tally lowest, Tally highest, double overdispersion) {
    if (!(overdispersion >= 1 && overdispersion < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("overdispersion must be at least 1: " + overdispersion);
    }
    int slot = (int) (steps++ % tempers.length);
    this.lowest[slot] = requireNonNull(lowest);
    this.highest[slot] = requireNonNull(highest);
    tempers[slot] = overdispersion;
    for (int j = 0; j < ratios.length; j++) {
      var tally = ratios[j] < 1 ? lowest : highest;
      double gain = tally.logLikelihoodRatio(ratios[j]) / overdispersion;
      statistic[j] =
          Math.min((statistic[j] + 1) * StrictMath.exp(gain), HEADROOM * threshold * ratios.length);
      paths[j] = Math.max(0, paths[j] + gain);
    }
    return statistic() >= threshold;
  }

  /// Returns `R`, at least 0.
  public double statistic() {
    double sum = 0;
    for (double value : statistic) {
      sum += value;
    }
    return sum / statistic.length;
  }

  /// Returns the nats of tempered likelihood for a change since its likely onset, 0 if none is
  /// likely.
  public double evidence() {
    return paths[best()];
  }

  /// Returns when the change may have begun: all windows whose likelihood as onset is within
  /// `slack` nats of the likeliest, among those remembered since the last reset.
  public Onset onset(double slack) {
    int kept = (int) Math.min(steps, tempers.length);
    double ratio = ratios[best()];
    var recent = ratio < 1 ? lowest : highest;
    double[] path = new double[kept];
    double sum = 0;
    int likeliest = 0;
    for (int ago = 0; ago < kept; ago++) {
      int slot = (int) ((steps - 1 - ago) % tempers.length);
      sum += recent[slot].logLikelihoodRatio(ratio) / tempers[slot];
      path[ago] = sum;
      likeliest = sum > path[likeliest] ? ago : likeliest;
    }
    int earliest = likeliest;
    int latest = likeliest;
    for (int ago = 0; ago < kept; ago++) {
      if (path[ago] >= path[likeliest] - slack) {
        earliest = Math.max(earliest, ago);
        latest = Math.min(latest, ago);
      }
    }
    return new Onset(earliest, likeliest, latest);
  }

  /// Forgets everything, as after an alarm that was acted on.
  public void reset() {
    steps = 0;
    Arrays.fill(statistic, 0);
    Arrays.fill(paths, 0);
  }

  private int best() {
    int best = 0;
    for (int j = 1; j < paths.length; j++) {
      best = paths[j] > paths[best] ? j : best;
    }
    return best;
  }
}
