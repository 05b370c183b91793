package dev.roost.model.drift;

/// One view of a slice's rate: its windows beside one kind of expectation, with the baseline
/// learned from them and the detector that holds them against it.
///
/// The detector is given the baseline as a range, `doubt` standard deviations to either side, so
/// what is not known of the baseline is not taken for a change. O(memory) space.
final class RateView {

  private static final double LEAST_INFORMATION = 50; // events before it is watched at all
  private static final double LEAST_RATIO = 1e-3; // so that a rate of none has a logarithm

  private final double doubt;
  private final Baseline baseline;
  private final MixtureShiryaevRoberts detector;
  private final Tally[] recent;
  private long learnFrom;
  private long next;

  /// Starts without knowledge.
  ///
  /// @param now number of the first window
  RateView(DriftSettings settings, double spread, double leastSpread, long now) {
    var calibration = settings.calibration();
    int memory = settings.windows(calibration.memory());
    doubt = calibration.doubt();
    baseline = new Baseline(settings, spread, leastSpread);
    detector = new MixtureShiryaevRoberts(calibration.ratios(), settings.sliceRunLength(), memory);
    recent = new Tally[memory + 1];
    learnFrom = now;
    next = now;
  }

  /// A change of the rate.
  ///
  /// @param ratio rate relative to the baseline, above 0
  /// @param deviations how many standard deviations ln ratio is from 0, by counting and by the
  ///     doubt about the baseline
  record Change(double ratio, double deviations) {}

  /// Takes the next window and returns whether the detector's statistic is at its threshold.
  boolean step(Tally raw, boolean watching) {
    recent[(int) (next++ % recent.length)] = raw;
    if (!watching || baseline.information() < LEAST_INFORMATION) {
      return false;
    }
    double ratio = baseline.ratio();
    double range = StrictMath.exp(doubt * Math.sqrt(baseline.variance()));
    return detector.step(
        raw.expecting(ratio / range), raw.expecting(ratio * range), baseline.overdispersion());
  }

  /// Lets a remembered window enter the baseline, if it is not older than what counts.
  void learn(long window, boolean sameModel) {
    if (window >= learnFrom) {
      baseline.learn(recent[(int) (window % recent.length)], sameModel);
    }
  }

  /// Forgets the rate: it is another from a window on.
  void startAnew(long from) {
    baseline.startAnew();
    detector.reset();
    learnFrom = from;
  }

  /// Leaves out the windows before one.
  void skipTo(long window) {
    learnFrom = window;
  }

  /// Returns the change over the newest windows.
  ///
  /// @param ago the oldest of them, the newest being 0
  Change since(int ago) {
    double above = 0;
    double below = 0;
    double information = 0;
    double usual = baseline.ratio();
    for (int i = ago; i >= 0; i--) {
      var tally = recent[(int) ((next - 1 - i) % recent.length)].expecting(usual);
      above += tally.above();
      below += tally.below();
      information += tally.information();
    }
    if (!(below > 0 && information > 0)) {
      return new Change(1, 0);
    }
    double ratio = Math.max(LEAST_RATIO, above / below);
    double variance = baseline.overdispersion() / information + baseline.variance();
    return new Change(ratio, StrictMath.log(ratio) / Math.sqrt(variance));
  }

  /// Returns the nats that speak for a change.
  double strength() {
    return detector.evidence();
  }

  Baseline baseline() {
    return baseline;
  }

  MixtureShiryaevRoberts detector() {
    return detector;
  }
}
