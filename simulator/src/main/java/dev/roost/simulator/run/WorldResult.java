package dev.roost.simulator.run;

import dev.roost.simulator.port.FeedPort.Monitors;
import dev.roost.simulator.port.TickSummary.Alarm;
import dev.roost.simulator.port.TickSummary.Installed;
import dev.roost.simulator.report.Counts;
import dev.roost.simulator.report.Invariant;
import java.util.List;

/// What one world left behind.
///
/// @param affected days of the affected slice
/// @param rest days of all others
/// @param harm engagement over the harm window
/// @param late engagement over the late window
/// @param future engagement from the start on, or from where it branched off
/// @param futureFeeds feeds since then
/// @param monitors which monitors watched
record WorldResult(
    WorldPlan plan,
    Counts counts,
    String digest,
    String digestUntilOnset,
    DaySums affected,
    DaySums rest,
    WindowSums harm,
    WindowSums late,
    WindowSums future,
    long futureFeeds,
    QualitySums quality,
    Monitors monitors,
    List<Alarm> alarms,
    List<Installed> installed,
    List<Invariant> invariants) {

  WorldResult {
    alarms = List.copyOf(alarms);
    installed = List.copyOf(installed);
    invariants = List.copyOf(invariants);
  }
}
