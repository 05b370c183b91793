package dev.roost.model.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes incidents of alarms: what has one cause is one incident, named once.
///
/// An incident opens with an alarm that fits no open one, takes later alarms of its class, and
/// closes after a quiet time; the next alarm then opens another. A covariate alarm joins an open
/// concept incident, since readers who answer otherwise come to be shown and known otherwise; the
/// reverse does not hold. A stronger alarm of another slice, begun after the incident was opened,
/// is another cause and opens its own.
final class IncidentBook {

  private final DriftSettings.Incidents settings;
  private final Map<Suspect, Incident> open = new EnumMap<>(Suspect.class);
  private int count;

  IncidentBook(DriftSettings.Incidents settings) {
    this.settings = settings;
  }

  private static final class Incident {
    private final int number;
    private final Instant openedAt;
    private final TreeMap<String, Instant> reported = new TreeMap<>();
    private Instant lastAlarm;
    private double peak;

    Incident(int number, Instant at) {
      this.number = number;
      openedAt = at;
      lastAlarm = at;
    }
  }

  /// Files alarms of one window, the suspect first, and returns those worth telling.
  List<Finding> file(List<Alarm> alarms, Instant at) {
    var findings = new ArrayList<Finding>();
    for (var alarm : alarms) {
      var incident = incidentOf(alarm, at);
      var key = alarm.monitor() + " " + alarm.slice();
      var last = incident.reported.get(key);
      boolean opening = incident.reported.isEmpty();
      incident.lastAlarm = at;
      incident.peak = Math.max(incident.peak, alarm.strength());
      if (last == null || !at.isBefore(last.plus(settings.repeat()))) {
        incident.reported.put(key, at);
        findings.add(Finding.of(alarm, at, incident.number, opening));
      }
    }
    return findings;
  }

  private Incident incidentOf(Alarm alarm, Instant at) {
    var concept = open.get(Suspect.CONCEPT);
    if (alarm.suspect() == Suspect.COVARIATE && concept != null) {
      return concept;
    }
    var current = open.get(alarm.suspect());
    if (current == null || isAnother(alarm, current)) {
      current = new Incident(++count, at);
      open.put(alarm.suspect(), current);
    }
    return current;
  }

  private static boolean isAnother(Alarm alarm, Incident incident) {
    return alarm.suspect() == Suspect.CONCEPT
        && !incident.reported.containsKey(alarm.monitor() + " " + alarm.slice())
        && !alarm.onsetFrom().isBefore(incident.openedAt)
        && alarm.strength() > incident.peak;
  }

  /// Closes what has been quiet long enough.
  void close(Instant at) {
    open.values().removeIf(incident -> !at.isBefore(incident.lastAlarm.plus(settings.quiet())));
  }

  /// Returns how many incidents were opened so far.
  int count() {
    return count;
  }

  /// Returns whether an incident of that class is open.
  boolean isOpen(Suspect suspect) {
    return open.containsKey(suspect);
  }
}
