package dev.roost.model.drift;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.RequestId;
import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The monitor of a running recommender: takes joined examples window by window, tells incidents.
///
/// Silence is an alarm: a window without examples must be given, too, as an empty list. Nothing but
/// silence is alarmed during the warm-up. Memory is bounded by the settings: slices, features, bins
/// and windows remembered. For one thread; equal calls give equal findings.
public final class DriftWatch {

  /// The names under which detectors raise alarms.
  public static final Set<String> MONITORS =
      Set.of(
          CalibrationWatch.NAME,
          SlopeWatch.NAME,
          FeatureWatch.DISTRIBUTION,
          FeatureWatch.MISSING,
          FeatureWatch.CONSTANT,
          SilenceWatch.NAME);

  private static final int STREAMS = 3;

  private final DriftSettings settings;
  private final CalibrationWatch calibration;
  private final CovariateWatch covariates;
  private final SlopeWatch slope;
  private final SilenceWatch traffic;
  private final SilenceWatch outcomes;
  private final SilenceWatch scores;
  private final IncidentBook incidents;
  private final long warmUp;
  private Optional<Instant> installed = Optional.empty();
  private Optional<Instant> end = Optional.empty();
  private Optional<Instant> lastImpression = Optional.empty();
  private Duration joining = Duration.ZERO;
  private long windows;

  /// Watches with nothing seen yet.
  ///
  /// @param features the columns of the examples' feature rows, in their order
  public DriftWatch(DriftSettings settings, List<WatchedFeature> features) {
    this.settings = requireNonNull(settings);
    double daily = settings.dailyRate(2 * features.size() + 1);
    double silence = settings.silenceRate(STREAMS);
    calibration = new CalibrationWatch(settings);
    covariates = new CovariateWatch(settings, features, daily);
    slope = new SlopeWatch(settings, daily);
    traffic = new SilenceWatch("traffic", settings.silence(), silence);
    outcomes = new SilenceWatch("outcomes", settings.silence(), silence);
    scores = new SilenceWatch("scores", settings.silence(), silence);
    incidents = new IncidentBook(settings.incidents());
    warmUp = settings.windows(settings.warmUp());
  }

  /// Notes that a new model serves: calibration then steps, without drift.
  ///
  /// @param version the model's name
  /// @param at from when it serves
  public void noteInstalled(String version, Instant at) {
    requireNonNull(version);
    installed = Optional.of(at);
  }

  /// Takes the next window and returns what is worth telling, the suspect of a new incident first.
  ///
  /// @param from start of the window, not before the end of the last
  /// @param to its end, one window length later
  /// @param examples joined in the window, in a fixed order; what came of them is known
  /// @throws IllegalArgumentException if windows overlap or have another length than the settings
  ///     say
  public List<Finding> window(Instant from, Instant to, List<Example> examples) {
    check(from, to);
    if (installed.isPresent() && examples.stream().anyMatch(this::isOfNewModel)) {
      calibration.startModel();
      installed = Optional.empty();
    }
    var alarms = silences(from, to, examples);
    for (var example : examples) {
      add(example);
    }
    windows++;
    boolean watching = windows > warmUp;
    alarms.addAll(
        calibration.endWindow(servedFrom(from, examples), to, watching, 2 * windows > warmUp));
    slope.endWindow(windows, to, watching).ifPresent(alarms::add);
    alarms.addAll(covariates.endWindow(windows, to, watching));
    return file(alarms, to);
  }

  /// Returns when what the window holds began to be served: right after the last impression of the
  /// windows before. It is earlier than the window by the time that joining takes.
  private Instant servedFrom(Instant from, List<Example> examples) {
    var first = examples.isEmpty() ? from.minus(joining) : examples.getFirst().served().at();
    var last = first;
    for (var example : examples) {
      var at = example.served().at();
      first = at.isBefore(first) ? at : first;
      last = at.isAfter(last) ? at : last;
    }
    joining = examples.isEmpty() ? joining : Duration.between(first, from);
    var began = lastImpression.orElse(first);
    lastImpression = Optional.of(last.isAfter(began) ? last : began);
    return began;
  }

  private void check(Instant from, Instant to) {
    if (!from.plus(settings.window()).equals(to)) {
      throw new IllegalArgumentException(
          "window must last " + settings.window() + ": " + from + " to " + to);
    }
    if (end.isPresent() && from.isBefore(end.get())) {
      throw new IllegalArgumentException(
          "window must not begin before the last one ended at " + end.get() + ": " + from);
    }
    end = Optional.of(to);
  }

  private boolean isOfNewModel(Example example) {
    return installed.isPresent() && !example.served().at().isBefore(installed.get());
  }

  private void add(Example example) {
    covariates.add(example);
    if (isScored(example)) {
      calibration.add(example);
      slope.add(example.served().probability(), example.isPositive(), example.weight());
    }
  }

  private static boolean isScored(Example example) {
    double probability = example.served().probability();
    return probability >= 0 && probability <= 1;
  }

  private List<Alarm> silences(Instant from, Instant to, List<Example> examples) {
    var all = new HashSet<RequestId>();
    var answered = new HashSet<RequestId>();
    var scored = new HashSet<RequestId>();
    for (var example : examples) {
      var request = example.served().request();
      all.add(request);
      if (example.isPositive()) {
        answered.add(request);
      }
      if (isScored(example)) {
        scored.add(request);
      }
    }
    var alarms = new ArrayList<Alarm>();
    traffic.step(from, to, all.size()).ifPresent(alarms::add);
    outcomes.step(from, to, answered.size()).ifPresent(alarms::add);
    scores.step(from, to, scored.size()).ifPresent(alarms::add);
    return alarms;
  }

  private List<Finding> file(List<Alarm> alarms, Instant at) {
    boolean held = incidents.isOpen(Suspect.CONCEPT);
    var findings = incidents.file(alarms, at);
    incidents.close(at);
    if (held && !incidents.isOpen(Suspect.CONCEPT)) {
      calibration.release();
    }
    return findings;
  }

  /// Returns whether something that should arrive does not: nothing else said here counts then.
  public boolean isBlind() {
    return traffic.isAlarmed() || outcomes.isAlarmed() || scores.isAlarmed();
  }

  /// Returns whether drift is watched for yet, or the normal state still being learned.
  public boolean isWarm() {
    return windows >= warmUp;
  }

  /// Returns how many incidents were opened so far.
  public int incidents() {
    return incidents.count();
  }

  /// Returns whether an incident of that class is open.
  public boolean isOpen(Suspect suspect) {
    return incidents.isOpen(suspect);
  }
}
