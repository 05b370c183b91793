package dev.roost.simulator.report;

import java.util.List;

/// What was injected, what was noticed, and how the two compare.
///
/// @param injected the ledger, in order of onset
/// @param alarms of all worlds that ran, by world, then by time
/// @param scoreboard the line of `any` monitor first, then one line a monitor, for each injection
/// @param falseIncidents incidents of the main world that nothing explains
/// @param cleanDays days of the main world that were watched while no injection was at work
public record DriftOutcome(
    List<Injected> injected,
    List<RaisedAlarm> alarms,
    List<Score> scoreboard,
    int falseIncidents,
    double cleanDays) {

  public DriftOutcome {
    injected = List.copyOf(injected);
    alarms = List.copyOf(alarms);
    scoreboard = List.copyOf(scoreboard);
  }
}
