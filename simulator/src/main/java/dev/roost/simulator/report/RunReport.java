package dev.roost.simulator.report;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a run found. All but [#cost()] is equal for equal settings, whatever the threads.
///
/// @param schema version of this format, [#SCHEMA]
/// @param scenario name of the scenario
/// @param title the scenario in words
/// @param start instant at which day 0 begins
/// @param digest of the main world: SHA-256 over every feed served and every engagement
/// @param counts of the main world
/// @param worlds those that ran, main first
/// @param quality rankers on the sampled sessions of the main world: served, oracle, popularity,
///     random, chronological
/// @param byDay a series for each world and slice
/// @param models of all worlds, by world, then by time
/// @param cost null until the caller, who has a clock, adds it by [#measured]
public record RunReport(
    int schema,
    long seed,
    String scenario,
    String title,
    int users,
    int simulatedDays,
    Instant start,
    String digest,
    Counts counts,
    List<WorldRun> worlds,
    List<RankerQuality> quality,
    List<DaySeries> byDay,
    DriftOutcome drift,
    List<ModelInstalled> models,
    List<Invariant> invariants,
    Verdict verdict,
    @Nullable Cost cost) {

  /// Version of the format.
  public static final int SCHEMA = 1;

  public RunReport {
    requireNonNull(start);
    worlds = List.copyOf(worlds);
    quality = List.copyOf(quality);
    byDay = List.copyOf(byDay);
    models = List.copyOf(models);
    invariants = List.copyOf(invariants);
  }

  /// Returns this report with what the run cost.
  public RunReport measured(Duration wall, double peakHeapMiB) {
    var all = worlds.stream().map(WorldRun::counts).reduce(Counts.none(), Counts::plus);
    return new RunReport(
        schema,
        seed,
        scenario,
        title,
        users,
        simulatedDays,
        start,
        digest,
        counts,
        worlds,
        quality,
        byDay,
        drift,
        models,
        invariants,
        verdict,
        Cost.of(wall, peakHeapMiB, all));
  }
}
