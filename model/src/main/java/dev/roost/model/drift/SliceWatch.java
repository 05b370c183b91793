package dev.roost.model.drift;

import java.util.Optional;

/// Holds one slice against its own past: a detector of change beside a learned baseline.
///
/// The detector's run length assumes that the expectation is right. Models err, and each otherwise,
/// so an alarm needs more, which can only make alarms rarer: the ratio since the likely onset
/// differs from the baseline by `leastChange`; and by `leastDeviations` times the standard
/// deviation of counting *and* of the baseline's own doubt; and the rate of events by impressions,
/// which knows nothing of models, has moved the same way by `leastAgreement` of it. The last tells
/// readers who changed from a model that errs otherwise than the one before.
///
/// Windows enter the baseline with a lag, so that a change is not learned before it is alarmed; a
/// slice in an incident keeps its old baseline for at most `holdAtMost`. O(memory) space.
final class SliceWatch {

  private static final double LEAST_INFORMATION = 50; // events before a slice is watched at all
  private static final double LEAST_RATIO = 1e-3; // so that a rate of none has a logarithm
  private static final double LONGEST_STRETCH = 1.5; // days, if no other model comes
  private static final double LIKELY = 3; // nats: about ln 20, windows less likely are left out

  private final DriftSettings.Calibration settings;
  private final int lag;
  private final int blockLength;
  private final int dayLength;
  private final int holdAtMost;
  private final MixtureShiryaevRoberts detector;
  private final Baseline baseline;
  private final Baseline shownBaseline;
  private final Tally[] recent;
  private final Tally[] shown;
  private final boolean[] starts;
  private final long birth;
  private long next;
  private long modelSince;
  private long stretchSince;
  private long heldSince = -1;
  private long learnFrom;

  SliceWatch(DriftSettings settings, Slice slice, long now) {
    this.settings = settings.calibration();
    lag = settings.windows(this.settings.lag());
    blockLength = settings.windows(DriftSettings.BLOCK);
    dayLength = settings.windows(DriftSettings.DAY);
    holdAtMost = settings.windows(this.settings.holdAtMost());
    int memory = settings.windows(this.settings.memory());
    detector =
        new MixtureShiryaevRoberts(this.settings.ratios(), settings.sliceRunLength(), memory);
    boolean isWhole = slice.dimension() == Slice.Dimension.ALL;
    double spread = isWhole ? this.settings.wholeSpread() : this.settings.spread();
    double least = isWhole ? 2 * this.settings.leastSpread() : this.settings.leastSpread();
    baseline = new Baseline(settings, spread, least);
    shownBaseline = new Baseline(settings, spread, least);
    recent = new Tally[Math.max(memory, lag) + 1];
    shown = new Tally[recent.length];
    starts = new boolean[recent.length];
    birth = now;
    next = now;
    learnFrom = now;
    modelSince = now;
  }

  /// What speaks for a change of this slice.
  ///
  /// @param strength nats since the likely onset
  /// @param ratio observed over expected since then, relative to the baseline
  /// @param deviations how many standard deviations ln ratio is from 0
  record Evidence(double strength, double ratio, double deviations) {}

  /// Takes the next window and returns the evidence if it calls for an alarm.
  ///
  /// @param raw the window beside the model's own expectation
  /// @param impressions the window beside the number of impressions
  /// @param watching whether alarms may be raised, or only the baseline be learned
  /// @param settled whether the models are no longer the first rough ones
  Optional<Evidence> step(Tally raw, Tally impressions, boolean watching, boolean settled) {
    int slot = (int) (next % recent.length);
    recent[slot] = raw;
    shown[slot] = impressions;
    starts[slot] = next == modelSince;
    long entering = next - lag;
    next++;
    boolean crossed = false;
    if (watching && baseline.information() >= LEAST_INFORMATION) {
      crossed = detector.step(raw.expecting(baseline.ratio()), baseline.overdispersion());
    }
    learn(entering, settled);
    return crossed ? Optional.of(evidence()).filter(this::convinces) : Optional.empty();
  }

  private void learn(long entering, boolean settled) {
    if (heldSince >= 0 && next - heldSince > holdAtMost) {
      accept();
    }
    if (entering < birth) {
      return;
    }
    int slot = (int) (entering % recent.length);
    boolean teaches = settled && heldSince < 0;
    if (starts[slot] || entering - stretchSince >= LONGEST_STRETCH * dayLength) {
      baseline.endStretch(teaches);
      shownBaseline.endStretch(teaches);
      stretchSince = entering;
    }
    if (heldSince < 0 && entering >= learnFrom) {
      baseline.learn(recent[slot], entering >= modelSince);
      shownBaseline.learn(shown[slot], true);
    }
    if ((entering + 1) % blockLength == 0) {
      baseline.endBlock();
      shownBaseline.endBlock();
    }
    if ((entering + 1) % dayLength == 0) {
      baseline.endDay(teaches);
      shownBaseline.endDay(teaches);
    }
  }

  /// Takes the level of the last `lag` for the new normal.
  private void accept() {
    baseline.startAnew();
    shownBaseline.startAnew();
    detector.reset();
    release();
  }

  /// Returns what now speaks for a change, strength 0 if nothing does.
  Evidence evidence() {
    var excursion = detector.excursion();
    double ratio = Math.max(excursion.ratio(), LEAST_RATIO);
    return new Evidence(
        excursion.evidence(), ratio, deviations(ratio, excursion.information(), baseline));
  }

  private static double deviations(double ratio, double information, Baseline baseline) {
    return information > 0
        ? StrictMath.log(ratio)
            / Math.sqrt(baseline.overdispersion() / information + baseline.variance())
        : 0;
  }

  private boolean convinces(Evidence evidence) {
    return Math.abs(StrictMath.log(evidence.ratio())) >= -StrictMath.log(1 - settings.leastChange())
        && Math.abs(evidence.deviations()) >= settings.leastDeviations()
        && shownDeviations() * Math.signum(evidence.deviations())
            >= settings.leastShownDeviations();
  }

  /// Returns how many standard deviations the rate by impressions has moved since the likely onset.
  private double shownDeviations() {
    double above = 0;
    double below = 0;
    double information = 0;
    double usual = shownBaseline.ratio();
    for (int ago = onset().likeliestAgo(); ago >= 0; ago--) {
      var tally = shown[(int) ((next - 1 - ago) % shown.length)].expecting(usual);
      above += tally.above();
      below += tally.below();
      information += tally.information();
    }
    return below > 0
        ? deviations(Math.max(LEAST_RATIO, above / below), information, shownBaseline)
        : 0;
  }

  /// Returns when the change may have begun, in windows before the newest.
  MixtureShiryaevRoberts.Onset onset() {
    return detector.onset(LIKELY);
  }

  /// Starts the detector again after an alarm, and keeps the baseline as it was before.
  void hold() {
    detector.reset();
    heldSince = heldSince < 0 ? next : heldSince;
  }

  /// Lets the baseline learn again: the incident is over, or its level is normal now.
  void release() {
    if (heldSince >= 0) {
      heldSince = -1;
      learnFrom = next - lag;
      baseline.startModel();
    }
  }

  /// Notes that another model serves from the next window on.
  void startModel() {
    modelSince = next;
    baseline.startModel();
  }

  /// Returns the baseline's state, for the evidence of an alarm.
  Baseline baseline() {
    return baseline;
  }
}
