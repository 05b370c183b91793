package dev.roost.model.drift;

import static java.util.Objects.requireNonNull;

import dev.roost.model.drift.Slice.Dimension;
import dev.roost.model.drift.SliceWatch.Evidence;
import dev.roost.model.learn.Example;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Holds what happened against what the model expected, for all readers and for slices of them.
///
/// All readers are compared with their own past; a slice is compared with the rest, and that with
/// its past. What moves everybody alike is so named "all", and a slice on which the model always
/// errs is no alarm. Slices are found in the data, a bounded number a property.
///
/// When slices alarm, the one with the strongest evidence is named first, or a coarser one whose
/// evidence comes near: readers of one language often are those of one country.
final class CalibrationWatch {

  static final String NAME = "calibration";

  private final DriftSettings settings;
  private final Map<Dimension, Map<String, Watched>> known = new EnumMap<>(Dimension.class);
  private final TreeMap<Slice, Watched> slices = new TreeMap<>();
  private final Instant[] began;
  private final Watched whole;
  private final CountryLevels levels;
  private final int dayLength;
  private final int levelsFrom;
  private long windows;

  CalibrationWatch(DriftSettings settings) {
    this.settings = settings;
    began = new Instant[settings.windows(settings.calibration().memory())];
    levels = new CountryLevels(settings.calibration().slicesPerDimension());
    dayLength = settings.windows(DriftSettings.DAY);
    levelsFrom = settings.windows(settings.warmUp()) / 2 / dayLength * dayLength;
    for (var dimension : Dimension.values()) {
      known.put(dimension, new HashMap<>());
    }
    whole = new Watched(new SliceWatch(settings, Slice.WHOLE, 0));
    slices.put(Slice.WHOLE, whole);
  }

  private static final class Watched {
    private final SliceWatch watch;
    private double observed;
    private double expected;
    private double impressions;

    Watched(SliceWatch watch) {
      this.watch = watch;
    }

    void add(double weight, double happened, double probability) {
      observed += happened;
      expected += probability;
      impressions += weight;
    }
  }

  private record Candidate(Slice slice, SliceWatch watch, Evidence evidence) {}

  /// Adds an example that a model scored.
  void add(Example example) {
    double happened = example.isPositive() ? example.weight() : 0;
    var profile = example.served().profile();
    double raw = example.weight() * example.served().probability();
    double probability = raw * levels.add(profile.country(), happened, raw);
    whole.add(example.weight(), happened, probability);
    add(Dimension.COUNTRY, profile.country(), example.weight(), happened, probability);
    add(Dimension.AGE, profile.ageBand().name(), example.weight(), happened, probability);
    add(Dimension.LANGUAGE, profile.language(), example.weight(), happened, probability);
    add(
        Dimension.SOURCE,
        example.served().source().name(),
        example.weight(),
        happened,
        probability);
  }

  private void add(
      Dimension dimension, String value, double weight, double happened, double probability) {
    var values = requireNonNull(known.get(dimension));
    var watched = values.get(value);
    if (watched == null && values.size() < settings.calibration().slicesPerDimension()) {
      var slice = new Slice(dimension, value);
      watched = new Watched(new SliceWatch(settings, slice, windows));
      values.put(value, watched);
      slices.put(slice, watched);
    }
    if (watched != null) {
      watched.add(weight, happened, probability);
    }
  }

  /// Notes that another model served from the window on that ends next.
  void startModel() {
    slices.values().forEach(watched -> watched.watch.startModel());
  }

  /// Ends a window.
  ///
  /// @param from when what the window holds began to be served
  /// @return alarms, the suspect first
  List<Alarm> endWindow(Instant from, Instant to, boolean watching, boolean settled) {
    began[(int) (windows++ % began.length)] = from;
    var crossed = new ArrayList<Candidate>();
    slices.forEach(
        (slice, watched) ->
            watched
                .watch
                .step(tally(slice, watched), shown(slice, watched), watching, settled)
                .ifPresent(e -> crossed.add(new Candidate(slice, watched.watch, e))));
    for (var watched : slices.values()) {
      watched.observed = 0;
      watched.expected = 0;
      watched.impressions = 0;
    }
    var alarms = crossed.isEmpty() ? List.<Alarm>of() : alarms(crossed, to);
    if (windows % dayLength == 0) {
      endDay();
    }
    return alarms;
  }

  private void endDay() {
    if (slices.values().stream().anyMatch(watched -> watched.watch.isHeld())) {
      levels.forgetDay();
    } else {
      levels.endDay(windows >= levelsFrom);
    }
    if (windows == levelsFrom) {
      slices.values().forEach(watched -> watched.watch.startAnew());
    }
  }

  private Tally tally(Slice slice, Watched watched) {
    return tally(slice, watched.observed, watched.expected, whole.expected);
  }

  private Tally shown(Slice slice, Watched watched) {
    return tally(slice, watched.observed, watched.impressions, whole.impressions);
  }

  private Tally tally(Slice slice, double observed, double measure, double wholeMeasure) {
    if (slice.dimension() == Dimension.ALL) {
      return new Tally.Count(observed, measure);
    }
    double share = wholeMeasure > 0 ? Math.min(1, measure / wholeMeasure) : 0;
    return new Tally.Part(observed, whole.observed, share);
  }

  private List<Alarm> alarms(List<Candidate> crossed, Instant to) {
    var suspect = suspect(crossed);
    var alarms = new ArrayList<Alarm>();
    alarms.add(alarm(suspect, to));
    for (var candidate : crossed) {
      if (!candidate.slice().equals(suspect.slice())) {
        alarms.add(alarm(candidate, to));
      }
    }
    suspect.watch().hold();
    crossed.forEach(candidate -> candidate.watch().hold());
    return alarms;
  }

  private Candidate suspect(List<Candidate> crossed) {
    var strongest = crossed.getFirst();
    for (var candidate : crossed) {
      strongest =
          candidate.evidence().strength() > strongest.evidence().strength() ? candidate : strongest;
    }
    double near = settings.incidents().near() * strongest.evidence().strength();
    for (var entry : slices.entrySet()) { // coarser names first
      if (entry.getKey().dimension().compareTo(strongest.slice().dimension()) >= 0) {
        break;
      }
      var evidence = entry.getValue().watch.evidence();
      if (entry.getKey().dimension() != Dimension.ALL
          && evidence.strength() >= near
          && evidence.direction() == strongest.evidence().direction()) {
        return new Candidate(entry.getKey(), entry.getValue().watch, evidence);
      }
    }
    return strongest;
  }

  private Alarm alarm(Candidate candidate, Instant to) {
    var evidence = candidate.evidence();
    var from = startOf(evidence.onset().earliestAgo());
    var until = endOf(evidence.onset().latestAgo(), to);
    var baseline = candidate.watch().baseline();
    return new Alarm(
        NAME,
        Suspect.CONCEPT,
        candidate.slice().label(),
        from,
        until.isBefore(from) ? from : until,
        evidence.expected().ratio(),
        evidence.strength(),
        String.format(
            Locale.ROOT,
            "observed/expected %.2f of its baseline %.2f, %.1f sd; rate by impressions %.2f of its"
                + " own, %.1f sd; %.0f nats; overdispersion %.1f, spread %.3f",
            evidence.expected().ratio(),
            baseline.ratio(),
            evidence.expected().deviations(),
            evidence.shown().ratio(),
            evidence.shown().deviations(),
            evidence.strength(),
            baseline.overdispersion(),
            baseline.spread()));
  }

  private Instant startOf(int ago) {
    return began[(int) ((windows - 1 - ago) % began.length)];
  }

  private Instant endOf(int ago, Instant to) {
    return ago == 0 ? to : startOf(ago - 1);
  }

  /// Lets all baselines learn again: no incident holds them.
  void release() {
    slices.values().forEach(watched -> watched.watch.release());
  }
}
