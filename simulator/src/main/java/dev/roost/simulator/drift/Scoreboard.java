package dev.roost.simulator.drift;

import dev.roost.simulator.port.FeedPort.Monitors;
import dev.roost.simulator.port.TickSummary.Alarm;
import dev.roost.simulator.report.RaisedAlarm;
import dev.roost.simulator.report.Score;
import dev.roost.simulator.report.Score.Outcome;
import dev.roost.simulator.scenario.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Holds the alarms of one world against what was injected into it.
///
/// An alarm is *explained* by an injection from its onset until a horizon after it became whole. An
/// incident is explained if its first alarm is; otherwise it is false.
public final class Scoreboard {

  /// The line over all monitors.
  public static final String ANY = "any";

  private final List<Drift> drifts;
  private final Instant start;
  private final Duration horizon;
  private final Monitors monitors;
  private final Set<String> names;
  private final List<Alarm> alarms;

  /// @param drifts what was injected into the world; controls explain no alarm
  /// @param start of the world
  /// @param horizon how long after an injection became whole it still explains an alarm
  /// @param monitors which monitors watched
  /// @param alarms of the world, in order of time
  public Scoreboard(
      List<Drift> drifts, Instant start, Duration horizon, Monitors monitors, List<Alarm> alarms) {
    this.drifts = drifts.stream().filter(drift -> !drift.kind().isControl()).toList();
    this.start = start;
    this.horizon = horizon;
    this.monitors = monitors;
    this.names = new TreeSet<>(monitors.names());
    this.alarms = List.copyOf(alarms);
    alarms.forEach(alarm -> names.add(alarm.monitor()));
  }

  /// Returns the alarms as reports show them.
  public List<RaisedAlarm> judged(String world) {
    return alarms.stream()
        .map(
            a ->
                new RaisedAlarm(
                    world,
                    a.at(),
                    a.incident(),
                    a.monitor(),
                    a.suspect(),
                    a.slice(),
                    a.onsetFrom(),
                    a.onsetTo(),
                    a.effect(),
                    a.evidence(),
                    isExplained(a)))
        .toList();
  }

  /// Returns the first alarm of each incident, in order of time.
  private List<Alarm> openings() {
    var first = new TreeMap<Integer, Alarm>();
    alarms.forEach(alarm -> first.putIfAbsent(alarm.incident(), alarm));
    return first.values().stream().sorted(Comparator.comparing(Alarm::at)).toList();
  }

  /// Returns how many incidents nothing explains.
  public int falseIncidents() {
    return falseIncidents(_ -> true);
  }

  private int falseIncidents(Predicate<Alarm> counts) {
    return (int) openings().stream().filter(a -> counts.test(a) && !isExplained(a)).count();
  }

  /// Returns the first alarm of the first incident that a drift explains.
  public Optional<Alarm> opening(Drift drift) {
    return openings().stream().filter(alarm -> explains(drift, alarm)).findFirst();
  }

  /// Returns the alarm of an incident that names its suspect best: the first that blames a slice
  /// rather than everybody, or else the one that opened it.
  public Alarm naming(Alarm opening) {
    return alarms.stream()
        .filter(a -> a.incident() == opening.incident() && !a.slice().equals("all"))
        .findFirst()
        .orElse(opening);
  }

  /// Returns whether an alarm names a class and place that a drift accepts.
  public static boolean isRight(Drift drift, Alarm alarm) {
    return drift.kind().acceptable().stream().anyMatch(c -> c.label().equals(alarm.suspect()))
        && drift.places().contains(alarm.slice());
  }

  /// Returns the line over all monitors, then one for each, for every drift in turn.
  public List<Score> scores() {
    var scores = new ArrayList<Score>();
    for (int injection = 0; injection < drifts.size(); injection++) {
      scores.add(overall(injection));
      for (var monitor : names) {
        scores.add(alone(injection, monitor));
      }
    }
    if (drifts.isEmpty()) {
      scores.add(quiet(ANY, falseIncidents()));
      names.forEach(m -> scores.add(quiet(m, falseIncidents(a -> a.monitor().equals(m)))));
    }
    return scores;
  }

  private Score overall(int injection) {
    var drift = drifts.get(injection);
    return opening(drift)
        .map(
            alarm ->
                detected(injection, ANY, alarm, isRight(drift, naming(alarm)), falseIncidents()))
        .orElseGet(() -> missed(injection, ANY, falseIncidents()));
  }

  private Score alone(int injection, String monitor) {
    var drift = drifts.get(injection);
    int wrong = falseIncidents(a -> a.monitor().equals(monitor));
    return alarms.stream()
        .filter(a -> a.monitor().equals(monitor) && explains(drift, a))
        .findFirst()
        .map(alarm -> detected(injection, monitor, alarm, isRight(drift, alarm), wrong))
        .orElseGet(() -> missed(injection, monitor, wrong));
  }

  private Score detected(
      int injection, String monitor, Alarm alarm, boolean isRight, int falseIncidents) {
    var onset = start.plus(drifts.get(injection).onset());
    return new Score(
        injection,
        monitor,
        Outcome.DETECTED,
        alarm.at(),
        Duration.between(onset, alarm.at()),
        isRight,
        isInside(onset, alarm),
        falseIncidents);
  }

  private static Score missed(int injection, String monitor, int falseIncidents) {
    return new Score(injection, monitor, Outcome.MISSED, null, null, false, false, falseIncidents);
  }

  private static Score quiet(String monitor, int falseIncidents) {
    return new Score(
        -1, monitor, Outcome.NOTHING_TO_DETECT, null, null, false, false, falseIncidents);
  }

  /// Returns whether an instant lies in the interval that an alarm states for the onset.
  public static boolean isInside(Instant onset, Alarm alarm) {
    return !onset.isBefore(alarm.onsetFrom()) && !onset.isAfter(alarm.onsetTo());
  }

  private boolean isExplained(Alarm alarm) {
    return drifts.stream().anyMatch(drift -> explains(drift, alarm));
  }

  private boolean explains(Drift drift, Alarm alarm) {
    var onset = start.plus(drift.onset());
    return !alarm.at().isBefore(onset)
        && !alarm.at().isAfter(onset.plus(drift.ramp().length()).plus(horizon));
  }

  /// Returns how many of the first `days` days were watched while no injection was at work.
  public double cleanDays(int days) {
    long clean = 0;
    for (int hour = (int) monitors.warmUp().toHours(); hour < days * 24; hour++) {
      var at = Duration.ofHours(hour);
      clean += drifts.stream().noneMatch(d -> isAtWork(d, at)) ? 1 : 0;
    }
    return clean / 24.0;
  }

  private boolean isAtWork(Drift drift, Duration at) {
    return at.compareTo(drift.onset()) >= 0 && at.compareTo(drift.whole().plus(horizon)) <= 0;
  }
}
