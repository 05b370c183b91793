package dev.roost.api.report;

import dev.roost.simulator.port.TickSummary;
import dev.roost.simulator.report.Counts;
import dev.roost.simulator.report.DaySeries;
import dev.roost.simulator.report.DaySeries.Day;
import dev.roost.simulator.report.DriftOutcome;
import dev.roost.simulator.report.Estimate;
import dev.roost.simulator.report.Injected;
import dev.roost.simulator.report.Invariant;
import dev.roost.simulator.report.ModelInstalled;
import dev.roost.simulator.report.RaisedAlarm;
import dev.roost.simulator.report.RankerQuality;
import dev.roost.simulator.report.RunReport;
import dev.roost.simulator.report.Score;
import dev.roost.simulator.report.Score.Outcome;
import dev.roost.simulator.report.Verdict;
import dev.roost.simulator.report.Verdict.Detection;
import dev.roost.simulator.report.Verdict.Line;
import dev.roost.simulator.report.Verdict.Loop;
import dev.roost.simulator.report.Verdict.Tone;
import dev.roost.simulator.report.WorldRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;

/// A report of invented figures that has everything a report can have.
final class SampleReport {

  static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  private static final int DAYS = 21;
  private static final int ONSET = 11;
  private static final String SLICE = "country=BR";
  private static final String DIGEST =
      "9c1e5f0d7a3b42c68e90d1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6";
  private static final Counts COUNTS = new Counts(310_000, 4_200_000, 390_000, 61_000, 9_800_000);

  private SampleReport() {}

  static Provenance provenance() {
    return new Provenance("0.1.0", "25", "Linux amd64", 2, 2, "./roost simulate --seed 7");
  }

  /// A flip with its twins.
  static RunReport flip() {
    return report("flip", "sudden taste flip", worlds(), series(), drift(), verdict());
  }

  /// A flip without its twins.
  static RunReport alone() {
    return report(
        "flip",
        "sudden taste flip",
        worlds().subList(0, 1),
        series().stream().filter(each -> each.world().equals("main")).toList(),
        drift(),
        verdict());
  }

  /// A control: one world, nothing injected, nothing found.
  static RunReport control() {
    var none = new DriftOutcome(List.of(), List.of(), List.of(), 0, DAYS);
    var lines = List.of(new Line("Injected", "nothing: this is a control", "", Tone.NEUTRAL));
    var verdict =
        new Verdict(
            "control (5,000 users), seed 7",
            Estimate.unknown(),
            Double.NaN,
            null,
            0,
            DAYS,
            null,
            Estimate.unknown(),
            Estimate.unknown(),
            Double.NaN,
            true,
            lines);
    return report(
        "none",
        "control",
        List.of(new WorldRun("main", "as it is", COUNTS, DIGEST, DIGEST)),
        List.of(new DaySeries("main", "all", days("main", "all"))),
        none,
        verdict);
  }

  private static RunReport report(
      String name,
      String title,
      List<WorldRun> worlds,
      List<DaySeries> series,
      DriftOutcome drift,
      Verdict verdict) {
    return new RunReport(
            RunReport.SCHEMA,
            7,
            name,
            title,
            5_000,
            DAYS,
            START,
            DIGEST,
            COUNTS,
            worlds,
            quality(),
            series,
            drift,
            models(),
            List.of(
                new Invariant("no blocked author", 4_200_000, 0, ""),
                new Invariant("no item twice in a feed", 310_000, 0, "")),
            verdict,
            null)
        .measured(Duration.ofMillis(181_500), 1_350.5);
  }

  private static List<WorldRun> worlds() {
    return List.of(
        new WorldRun("main", "with the injection", COUNTS, DIGEST, "aa11"),
        new WorldRun("clean", "no injection", COUNTS, "b0" + DIGEST.substring(2), "aa11"),
        new WorldRun(
            "frozen", "no model after the onset", COUNTS, "c0" + DIGEST.substring(2), "aa11"),
        new WorldRun("placebo", "other chance", COUNTS, "d0" + DIGEST.substring(2), "aa11"));
  }

  private static List<DaySeries> series() {
    var all = new ArrayList<DaySeries>();
    for (var world : List.of("main", "clean", "frozen", "placebo")) {
      for (var slice : List.of("all", SLICE, "rest")) {
        all.add(new DaySeries(world, slice, days(world, slice)));
      }
    }
    return all;
  }

  private static List<Day> days(String world, String slice) {
    var days = new ArrayList<Day>();
    for (int day = 0; day < DAYS; day++) {
      days.add(day(world, slice, day));
    }
    return days;
  }

  private static Day day(String world, String slice, int day) {
    double share = slice.equals("all") ? 1 : slice.equals(SLICE) ? 0.2 : 0.8;
    long feeds = Math.round(15_000 * share);
    var chance = new SplittableRandom(31L * day + slice.length());
    double weekly = 1 + 0.04 * Math.cos(day * 0.9) + 0.01 * chance.nextDouble();
    double value = feeds * 1.9 * weekly * (1 + harm(world, slice, day) + luck(world, slice, day));
    double scale = Math.min(74, 20 + 12 * day) + 220 * harm(world, slice, day);
    return new Day(
        day,
        feeds,
        feeds * 13,
        feeds + day,
        value,
        value / feeds,
        0.093 * value / feeds / 1.9,
        day == 0 ? 0 : 40,
        day == 0 ? Double.NaN : 2.1 + scale / 100,
        2.1,
        2.4,
        3.1,
        day == 0 ? Double.NaN : scale);
  }

  private static double harm(String world, String slice, int day) {
    if (day < ONSET || slice.equals("rest") || world.equals("clean") || world.equals("placebo")) {
      return 0;
    }
    double whole = slice.equals(SLICE) ? -0.28 : -0.058;
    return world.equals("frozen") ? whole : whole * Math.exp(-(day - ONSET) / 2.5);
  }

  private static double luck(String world, String slice, int day) {
    if (day < ONSET || world.equals("clean")) {
      return 0;
    }
    double size = slice.equals(SLICE) ? 0.016 : 0.005;
    long seed = 1_009L * day + world.hashCode() + 31L * slice.hashCode();
    return size * (2 * new SplittableRandom(seed).nextDouble() - 1);
  }

  private static List<RankerQuality> quality() {
    return List.of(
        ranker("served", 2.84, 74, 0.61, 0.742),
        ranker("oracle", 3.1, 100, 0.93, Double.NaN),
        ranker("popularity", 2.41, 31, 0.42, Double.NaN),
        ranker("random", 1.95, -15, 0.21, Double.NaN),
        ranker("chronological", 2.1, 0, 0.27, Double.NaN));
  }

  private static RankerQuality ranker(
      String name, double value, double scale, double ndcg, double auc) {
    var metrics = new LinkedHashMap<String, Estimate>();
    metrics.put("value", around(value, 0.03));
    boolean end = scale == 0 || scale == 100;
    metrics.put("scale", end ? Estimate.exact(scale) : around(scale, 4));
    metrics.put("ndcg@10", around(ndcg, 0.01));
    metrics.put("hitRate@10", around(ndcg / 1.3, 0.01));
    if (auc > 0) {
      metrics.put("auc", around(auc, 0.004));
      metrics.put("logLoss", Estimate.exact(0.291));
    }
    return new RankerQuality(name, metrics);
  }

  private static Estimate around(double value, double half) {
    return new Estimate(value, value - half, value + half);
  }

  private static DriftOutcome drift() {
    var ledger =
        new Injected(
            "taste-flip",
            "concept",
            List.of("concept"),
            SLICE,
            1_012,
            at(ONSET, 0, 0),
            Duration.ZERO,
            null,
            0.5,
            new Estimate(-0.058, -0.065, -0.051),
            new Estimate(-0.281, -0.31, -0.25),
            -0.04);
    var alarms =
        List.of(
            alarm("main", at(11, 17, 15), 1, "calibration", "concept", 0.71),
            alarm("main", at(12, 2, 0), 1, "log-loss", "concept", 1.19),
            alarm("frozen", at(11, 17, 15), 1, "calibration", "concept", 0.71));
    var scores =
        List.of(
            found("any", at(11, 17, 15)),
            found("calibration", at(11, 17, 15)),
            found("log-loss", at(12, 2, 0)),
            missed("feature/age-hours"),
            missed("feature/affinity"),
            missed("blind"));
    return new DriftOutcome(List.of(ledger), alarms, scores, 0, 11);
  }

  private static RaisedAlarm alarm(
      String world, Instant at, int incident, String monitor, String suspect, double effect) {
    return new RaisedAlarm(
        world,
        at,
        incident,
        monitor,
        suspect,
        SLICE,
        at(10, 22, 0),
        at(11, 5, 0),
        effect,
        "observed over expected 0.71; </script><b>other countries</b> 1.01",
        true);
  }

  private static Score found(String monitor, Instant at) {
    var delay = Duration.between(at(ONSET, 0, 0), at);
    return new Score(0, monitor, Outcome.DETECTED, at, delay, true, true, 0);
  }

  private static Score missed(String monitor) {
    return new Score(0, monitor, Outcome.MISSED, null, null, false, false, 0);
  }

  private static List<ModelInstalled> models() {
    var models = new ArrayList<ModelInstalled>();
    for (int day = 2; day < DAYS; day += 3) {
      models.add(
          new ModelInstalled(
              "main",
              at(day, 13, 0),
              "m%04d".formatted(day),
              day > ONSET && day < ONSET + 3 ? "incident-1" : "scheduled",
              at(day, 7, 0),
              10_000,
              0.731 + day / 1_000.0,
              0.297,
              0.913,
              List.of(
                  new TickSummary.Stage(at(day, 7, 0), "offered", "scheduled"),
                  new TickSummary.Stage(at(day, 7, 0), "canary", "passed its shadow"),
                  new TickSummary.Stage(at(day, 13, 0), "champion", "passed its canary"))));
    }
    return models;
  }

  private static Verdict verdict() {
    var detection =
        new Detection(
            1,
            at(11, 17, 15),
            Duration.ofMinutes(17 * 60 + 15),
            at(10, 22, 0),
            at(11, 5, 0),
            true,
            "concept / country=BR",
            true,
            "calibration 0.71");
    return new Verdict(
        "sudden taste flip (country=BR, 1,012 of 5,000 users), seed 7",
        new Estimate(-0.058, -0.065, -0.051),
        0.004,
        detection,
        0,
        11,
        new Loop(
            at(14, 13, 0), "m0014", "incident-1", 3, at(14, 7, 0), at(14, 7, 0), at(14, 10, 0)),
        new Estimate(0.78, 0.66, 0.9),
        new Estimate(-0.061, -0.07, -0.05),
        0.004,
        true,
        lines());
  }

  private static List<Line> lines() {
    return List.of(
        line("World", "21 days, 310,000 feeds, 4,200,000 impressions, 61,000 posts"),
        line("Injected", "taste-flip at day 11 00:00"),
        line("Harm", "-5.8 % [-6.5, -5.1] value over 48 h; placebo +-0.4 %; in country=BR -28.1 %"),
        line("Opened", "day 11 17:15, 17 h 15 min after the onset"),
        good("Onset", "estimated day 10 22:00 .. day 11 05:00", "TRUE IN RANGE"),
        good("Suspect", "concept / country=BR", "CORRECT"),
        line("Evidence", "calibration in country=BR 0.71; inputs unchanged; other countries 1.01"),
        good("False", "0 incidents in 11 clean days; compatible with up to 1 per 3.7 days", ""),
        line("Loop", "model m0014 installed day 14 13:00 (incident-1); 3 since the onset"),
        good("Healed", "in the last 48 h 78 % [66, 90] of what was lost and attainable", ""),
        line("Without", "frozen model: -6.1 % [-7.0, -5.0] of the attainable in the last 48 h"),
        line("Blind", "changes of all value under 0.4 % in 2 days drown in chance"),
        line("Quality", "random -15 | chronological 0 | popularity 31 | served 74 | oracle 100"),
        line("Next", "one seed is an anecdote: try --seed 8"),
        line("Digest", DIGEST));
  }

  private static Line line(String label, String text) {
    return new Line(label, text, "", Tone.NEUTRAL);
  }

  private static Line good(String label, String text, String mark) {
    return new Line(label, text, mark, Tone.GOOD);
  }

  private static Instant at(int day, int hour, int minute) {
    return START.plus(Duration.ofDays(day).plusHours(hour).plusMinutes(minute));
  }
}
