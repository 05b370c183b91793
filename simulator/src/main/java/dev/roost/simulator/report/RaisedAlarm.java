package dev.roost.simulator.report;

import java.time.Instant;

/// An alarm, judged against the ledger.
///
/// @param world name of the [WorldRun] in which it was raised
/// @param incident number of its incident within that world
/// @param suspect class of cause it names, such as `concept`
/// @param slice readers it names
/// @param onsetFrom earliest instant at which it says the change may have begun
/// @param onsetTo latest such instant
/// @param effect size as the monitor states it
/// @param explained whether an injection of that world was at work: the alarm lies between its
///     onset and the end of its horizon
public record RaisedAlarm(
    String world,
    Instant at,
    int incident,
    String monitor,
    String suspect,
    String slice,
    Instant onsetFrom,
    Instant onsetTo,
    double effect,
    String evidence,
    boolean explained) {}
