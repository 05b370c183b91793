package dev.roost.model.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds one slice against its own past, in two views: events beside what the model expected, and
/// events beside impressions.
///
/// Either view's detector may call. Its run length assumes that the range of its baseline is right;
/// models err, each otherwise, and what is shown changes. So an alarm needs more, which can only
/// make alarms rarer: since the likely onset the ratio to the model's expectation has changed by
/// `leastChange`, and both views have moved the same way by `leastDeviations` standard deviations.
/// A new model that errs otherwise moves only the first view, other content foreseen by the model
/// only the second; readers who changed move both.
///
/// Windows enter the baselines with a lag, so that a change is not learned before it is alarmed; a
/// slice in an incident keeps its old baselines for at most `holdAtMost`. O(memory) space.
final class SliceWatch {

  private static final double LONGEST_STRETCH = 1.5; // days, if no other model comes
  private static final double LIKELY = 3; // nats: about ln 20, windows less likely are left out

  private final DriftSettings.Calibration settings;
  private final int lag;
  private final int blockLength;
  private final int dayLength;
  private final int holdAtMost;
  private final RateView expected;
  private final RateView shown;
  private final List<RateView> views;
  private final boolean[] starts;
  private final long birth;
  private long next;
  private long modelSince;
  private long stretchSince;
  private long heldSince = -1;

  SliceWatch(DriftSettings settings, Slice slice, long now) {
    this.settings = settings.calibration();
    lag = settings.windows(this.settings.lag());
    blockLength = settings.windows(DriftSettings.BLOCK);
    dayLength = settings.windows(DriftSettings.DAY);
    holdAtMost = settings.windows(this.settings.holdAtMost());
    boolean isWide = slice.sharesContent();
    double spread = isWide ? this.settings.wideSpread() : this.settings.spread();
    double least = isWide ? 2 * this.settings.leastSpread() : this.settings.leastSpread();
    expected = new RateView(settings, spread, least, now);
    shown = new RateView(settings, spread, least, now);
    views = List.of(expected, shown);
    starts = new boolean[lag + 1];
    birth = now;
    next = now;
    modelSince = now;
    stretchSince = now;
  }

  /// What speaks for a change of this slice.
  ///
  /// @param strength nats since the likely onset
  /// @param expected events beside the model's expectation
  /// @param shown events beside impressions
  /// @param onset when the change may have begun
  record Evidence(
      double strength,
      RateView.Change expected,
      RateView.Change shown,
      MixtureShiryaevRoberts.Onset onset) {

    /// Returns -1 for a fall, 1 for a rise, 0 if nothing moved.
    double direction() {
      return Math.signum(expected.deviations());
    }
  }

  /// Takes the next window and returns the evidence if it calls for an alarm.
  ///
  /// @param beside the window beside the model's own expectation
  /// @param impressions the window beside the number of impressions
  /// @param watching whether alarms may be raised, or only the baselines be learned
  /// @param settled whether the models are no longer the first rough ones
  Optional<Evidence> step(Tally beside, Tally impressions, boolean watching, boolean settled) {
    starts[(int) (next % starts.length)] = next == modelSince;
    next++;
    var calling = new ArrayList<RateView>();
    if (expected.step(beside, watching)) {
      calling.add(expected);
    }
    if (shown.step(impressions, watching)) {
      calling.add(shown);
    }
    learn(next - 1 - lag, settled);
    return calling.stream().map(this::evidence).filter(this::convinces).findFirst();
  }

  private boolean convinces(Evidence evidence) {
    double direction = evidence.direction();
    return Math.abs(StrictMath.log(evidence.expected().ratio()))
            >= -StrictMath.log(1 - settings.leastChange())
        && evidence.expected().deviations() * direction >= settings.leastDeviations()
        && evidence.shown().deviations() * direction >= settings.leastDeviations();
  }

  private Evidence evidence(RateView view) {
    var onset = view.detector().onset(LIKELY);
    int ago = onset.likeliestAgo();
    return new Evidence(view.strength(), expected.since(ago), shown.since(ago), onset);
  }

  /// Returns what now speaks for a change, strength 0 if nothing does.
  Evidence evidence() {
    return evidence(expected.strength() >= shown.strength() ? expected : shown);
  }

  private void learn(long entering, boolean settled) {
    if (isHeld() && next - heldSince > holdAtMost) {
      views.forEach(view -> view.startAnew(next - lag));
      release();
    }
    if (entering < birth) {
      return;
    }
    boolean teaches = settled && !isHeld();
    if (starts[(int) (entering % starts.length)]
        || entering - stretchSince >= LONGEST_STRETCH * dayLength) {
      views.forEach(view -> view.baseline().endStretch(teaches));
      stretchSince = entering;
    }
    if (!isHeld()) {
      expected.learn(entering, entering >= modelSince);
      shown.learn(entering, true); // whatever the model, it has no part in this expectation
    }
    if ((entering + 1) % blockLength == 0) {
      views.forEach(view -> view.baseline().endBlock());
    }
    if ((entering + 1) % dayLength == 0) {
      views.forEach(view -> view.baseline().endDay(teaches));
    }
  }

  /// Forgets what was usual so far: the first models were rough, and from the next window on
  /// expectations are reckoned otherwise.
  void startAnew() {
    views.forEach(view -> view.startAnew(next));
  }

  /// Starts the detectors again after an alarm, and keeps the baselines as they were before.
  void hold() {
    views.forEach(view -> view.detector().reset());
    heldSince = isHeld() ? heldSince : next;
  }

  /// Returns whether an incident holds the baselines.
  boolean isHeld() {
    return heldSince >= 0;
  }

  /// Lets the baselines learn again: the incident is over.
  void release() {
    if (isHeld()) {
      heldSince = -1;
      views.forEach(view -> view.skipTo(next - lag));
      expected.baseline().startModel();
    }
  }

  /// Notes that another model serves from the next window on.
  void startModel() {
    modelSince = next;
    expected.baseline().startModel();
  }

  /// Returns the baseline beside the model's expectation, for the evidence of an alarm.
  Baseline baseline() {
    return expected.baseline();
  }
}
