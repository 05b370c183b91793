package dev.roost.simulator.run;

import dev.roost.simulator.drift.Injection;
import dev.roost.simulator.drift.Resamples;
import dev.roost.simulator.drift.Scoreboard;
import dev.roost.simulator.report.DaySeries;
import dev.roost.simulator.report.DriftOutcome;
import dev.roost.simulator.report.Estimate;
import dev.roost.simulator.report.Injected;
import dev.roost.simulator.report.Invariant;
import dev.roost.simulator.report.ModelInstalled;
import dev.roost.simulator.report.RaisedAlarm;
import dev.roost.simulator.report.RunReport;
import dev.roost.simulator.report.Verdict.Detection;
import dev.roost.simulator.report.Verdict.Loop;
import dev.roost.simulator.report.WorldRun;
import dev.roost.simulator.scenario.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the report of a run from what its worlds left behind.
final class ReportWriter {

  private final SimulationSettings settings;
  private final Timeline timeline;
  private final List<WorldResult> results;
  private final WorldResult main;
  private final Comparison comparison;
  private final Resamples resamples;
  private final List<Integer> affectedUsers;

  /// @param results main first
  /// @param injections the drifts of the scenario, in order of onset
  /// @param affected whom they touch, and `present` who had joined by the onset; shape `[people]`
  ReportWriter(
      SimulationSettings settings,
      List<WorldResult> results,
      List<Injection> injections,
      boolean[] affected,
      boolean[] present) {
    this.settings = settings;
    this.timeline = Timeline.of(settings);
    this.results = results;
    this.main = results.getFirst();
    this.resamples = new Resamples(settings.seed());
    this.comparison =
        new Comparison(
            main,
            find(WorldPlan.CLEAN),
            find(WorldPlan.FROZEN),
            find(WorldPlan.PLACEBO),
            affected,
            present,
            resamples);
    this.affectedUsers =
        injections.stream().map(each -> affectedUsers(each, settings.users())).toList();
  }

  private static int affectedUsers(Injection injection, int users) {
    int count = 0;
    boolean[] touched = injection.affected();
    for (int user = 0; user < users; user++) {
      count += touched[user] ? 1 : 0;
    }
    return count;
  }

  private @Nullable WorldResult find(WorldPlan plan) {
    return results.stream().filter(r -> r.plan().equals(plan)).findFirst().orElse(null);
  }

  RunReport report() {
    var worlds = results.stream().map(ReportWriter::world).toList();
    var quality = new QualityTable(main.quality(), resamples).rows();
    var board = scoreboard(main);
    var drift = drift(board);
    var invariants = invariants();
    var verdict =
        VerdictWriter.write(
            new VerdictWriter.Facts(
                settings,
                worlds.getFirst(),
                drift,
                comparison,
                detection(board),
                loop(),
                quality,
                invariants));
    return new RunReport(
        RunReport.SCHEMA,
        settings.seed(),
        settings.scenario().name(),
        settings.scenario().title(),
        settings.users(),
        settings.days(),
        SimulationSettings.START,
        main.digest(),
        main.counts(),
        worlds,
        quality,
        results.stream().flatMap(r -> series(r).stream()).toList(),
        drift,
        results.stream().flatMap(r -> models(r).stream()).toList(),
        invariants,
        verdict,
        null);
  }

  private static WorldRun world(WorldResult result) {
    var plan = result.plan();
    return new WorldRun(
        plan.name(),
        plan.description(),
        result.counts(),
        result.digest(),
        result.digestUntilOnset());
  }

  private Scoreboard scoreboard(WorldResult result) {
    return new Scoreboard(
        result.plan().injected() ? settings.scenario().drifts() : List.of(),
        SimulationSettings.START,
        settings.horizon(),
        result.monitors(),
        result.alarms());
  }

  private DriftOutcome drift(Scoreboard board) {
    var alarms = new ArrayList<RaisedAlarm>();
    results.forEach(r -> alarms.addAll(scoreboard(r).judged(r.plan().name())));
    return new DriftOutcome(
        ledger(), alarms, board.scores(), board.falseIncidents(), board.cleanDays(settings.days()));
  }

  private List<Injected> ledger() {
    var ledger = new ArrayList<Injected>();
    var drifts = settings.scenario().drifts();
    for (int i = 0; i < drifts.size(); i++) {
      var drift = drifts.get(i);
      boolean isMeasured =
          !settings.scenario().isControl() && drift.equals(settings.scenario().first());
      ledger.add(
          new Injected(
              drift.kind().label(),
              drift.kind().cause().label(),
              drift.kind().acceptable().stream().map(Cause::label).toList(),
              drift.slice().label(),
              affectedUsers.get(i),
              SimulationSettings.START.plus(drift.onset()),
              drift.ramp().length(),
              drift.until() == null ? null : SimulationSettings.START.plus(drift.until()),
              drift.magnitude(),
              isMeasured ? comparison.harm() : Estimate.unknown(),
              isMeasured ? comparison.sliceHarm() : Estimate.unknown(),
              isMeasured ? comparison.attainable() : Double.NaN));
    }
    return ledger;
  }

  private List<DaySeries> series(WorldResult result) {
    var all = new DaySums(settings.days());
    all.addAll(result.affected());
    all.addAll(result.rest());
    var name = result.plan().name();
    var whole = new DaySeries(name, "all", all.days());
    if (settings.scenario().isControl()) {
      return List.of(whole);
    }
    var slice = settings.scenario().first().slice().label();
    return List.of(
        whole,
        new DaySeries(name, slice, result.affected().days()),
        new DaySeries(name, "rest", result.rest().days()));
  }

  private static List<ModelInstalled> models(WorldResult result) {
    return result.installed().stream()
        .map(
            m ->
                new ModelInstalled(
                    result.plan().name(),
                    m.at(),
                    m.version(),
                    m.reason(),
                    m.trainedUntil(),
                    m.rows(),
                    m.auc(),
                    m.logLoss(),
                    m.normalisedEntropy(),
                    m.stages()))
        .toList();
  }

  private List<Invariant> invariants() {
    var all = new ArrayList<Invariant>();
    results.forEach(result -> all.addAll(result.invariants()));
    if (results.size() > 1) {
      var differing =
          results.stream()
              .filter(r -> !r.digestUntilOnset().equals(main.digestUntilOnset()))
              .map(r -> r.plan().name())
              .toList();
      all.add(
          new Invariant(
              "all worlds are equal until the onset",
              results.size() - 1,
              differing.size(),
              String.join(", ", differing)));
    }
    return all;
  }

  private @Nullable Detection detection(Scoreboard board) {
    if (settings.scenario().isControl()) {
      return null;
    }
    var drift = settings.scenario().first();
    var onset = SimulationSettings.START.plus(drift.onset());
    return board
        .opening(drift)
        .map(
            opening -> {
              var naming = board.naming(opening);
              return new Detection(
                  opening.incident(),
                  opening.at(),
                  Duration.between(onset, opening.at()),
                  opening.onsetFrom(),
                  opening.onsetTo(),
                  Scoreboard.isInside(onset, opening),
                  naming.suspect() + " / " + naming.slice(),
                  Scoreboard.isRight(drift, naming),
                  naming.evidence());
            })
        .orElse(null);
  }

  private @Nullable Loop loop() {
    var since = main.installed().stream().filter(m -> !m.at().isBefore(timeline.onset())).toList();
    if (since.isEmpty()) {
      return null;
    }
    var learned =
        since.stream()
            .filter(m -> m.trainedUntil().isAfter(timeline.onset()))
            .findFirst()
            .orElse(since.getFirst());
    return new Loop(
        learned.at(),
        learned.version(),
        learned.reason(),
        since.size(),
        learned.since("offered").orElse(learned.at()),
        learned.since("shadow").orElse(null),
        learned.since("canary").orElse(null));
  }
}
