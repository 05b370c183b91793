package dev.roost.simulator.run;

import static dev.roost.simulator.run.Wording.change;
import static dev.roost.simulator.run.Wording.day;
import static dev.roost.simulator.run.Wording.share;
import static dev.roost.simulator.run.Wording.span;
import static java.lang.String.format;

import dev.roost.simulator.drift.Scoreboard;
import dev.roost.simulator.report.DriftOutcome;
import dev.roost.simulator.report.Estimate;
import dev.roost.simulator.report.Injected;
import dev.roost.simulator.report.Invariant;
import dev.roost.simulator.report.RankerQuality;
import dev.roost.simulator.report.Score;
import dev.roost.simulator.report.Score.Outcome;
import dev.roost.simulator.report.Verdict;
import dev.roost.simulator.report.Verdict.Detection;
import dev.roost.simulator.report.Verdict.Line;
import dev.roost.simulator.report.Verdict.Loop;
import dev.roost.simulator.report.Verdict.Tone;
import dev.roost.simulator.report.WorldRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in words what a run found, in the order in which a person asks.
final class VerdictWriter {

  /// Upper ends of the one-sided 95 % interval of a Poisson mean after 0, 1, 2 ... events.
  private static final double[] COMPATIBLE = {3.0, 4.74, 6.3, 7.75, 9.15, 10.51, 11.84};

  /// What there is to tell.
  record Facts(
      SimulationSettings settings,
      WorldRun main,
      DriftOutcome drift,
      Comparison worlds,
      @Nullable Detection detection,
      @Nullable Loop loop,
      List<RankerQuality> quality,
      List<Invariant> invariants) {}

  private final Facts facts;
  private final Estimate harm;
  private final Estimate healed;
  private final Estimate frozen;
  private final double placebo;
  private final List<Line> lines = new ArrayList<>();

  private VerdictWriter(Facts facts) {
    this.facts = facts;
    this.harm = facts.worlds().harm();
    this.healed = facts.worlds().healed();
    this.frozen = facts.worlds().withoutLearning();
    this.placebo = facts.worlds().placeboBand();
  }

  static Verdict write(Facts facts) {
    return new VerdictWriter(facts).verdict();
  }

  private Verdict verdict() {
    world();
    if (facts.settings().scenario().isControl()) {
      control();
      falseAlarms();
    } else {
      injected(measured());
    }
    quality();
    invariants();
    add("Next", "one seed is an anecdote: try --seed " + (seed() + 1), "", Tone.NEUTRAL);
    add("Digest", facts.main().digest(), "", Tone.NEUTRAL);
    return new Verdict(
        headline(),
        harm,
        placebo,
        facts.detection(),
        facts.drift().falseIncidents(),
        facts.drift().cleanDays(),
        facts.loop(),
        healed,
        frozen,
        placebo,
        facts.invariants().stream().allMatch(Invariant::holds),
        lines);
  }

  private void control() {
    var kinds =
        facts.drift().injected().stream().map(Injected::kind).collect(Collectors.joining(", "));
    var text =
        kinds.isEmpty()
            ? "nothing: this is a control"
            : kinds + ": a control, about which nobody should be alarmed";
    add("Injected", text, "", Tone.NEUTRAL);
  }

  /// Returns the first drift about which somebody should be alarmed.
  private Injected measured() {
    int nth = facts.settings().scenario().drifts().indexOf(facts.settings().scenario().first());
    return facts.drift().injected().get(nth);
  }

  private long seed() {
    return facts.settings().seed();
  }

  private String headline() {
    var settings = facts.settings();
    var who =
        settings.scenario().isControl()
            ? format("%,d users", settings.users())
            : format(
                "%s, %,d of %,d users",
                measured().slice(), measured().affected(), settings.users());
    return "%s (%s), seed %d".formatted(settings.scenario().title(), who, seed());
  }

  private void world() {
    var counts = facts.main().counts();
    add(
        "World",
        format(
            "%d days, %,d feeds, %,d impressions, %,d posts",
            facts.settings().days(), counts.feeds(), counts.impressions(), counts.posts()),
        "",
        Tone.NEUTRAL);
  }

  private void injected(Injected injected) {
    var ramp = injected.ramp().isZero() ? "" : ", over " + span(injected.ramp());
    add("Injected", injected.kind() + " at " + day(injected.onset()) + ramp, "", Tone.NEUTRAL);
    harm(injected);
    detection(injected);
    silent();
    falseAlarms();
    loop();
    healing();
    blind();
  }

  private void harm(Injected injected) {
    if (harm.isKnown()) {
      var text =
          format(
              "%s value over 48 h; placebo +-%.1f %%; in %s %s",
              change(harm), 100 * placebo, injected.slice(), change(injected.sliceEffect()));
      add("Harm", text, "", Tone.NEUTRAL);
    } else {
      add("Harm", "not measured: no twin world ran", "", Tone.NEUTRAL);
    }
  }

  private void detection(Injected injected) {
    var found = facts.detection();
    if (found == null) {
      add("Opened", "no incident: the drift went unnoticed", "MISSED", Tone.BAD);
      return;
    }
    add(
        "Opened",
        "%s, %s after the onset".formatted(day(found.opened()), span(found.delay())),
        "",
        Tone.NEUTRAL);
    add(
        "Onset",
        "estimated %s .. %s".formatted(day(found.onsetFrom()), day(found.onsetTo())),
        found.onsetInside() ? "TRUE IN RANGE" : "TRUE OUT OF RANGE",
        found.onsetInside() ? Tone.GOOD : Tone.BAD);
    add(
        "Suspect",
        found.suspect(),
        found.suspectRight()
            ? "CORRECT"
            : "WRONG: was %s / %s".formatted(injected.suspect(), injected.slice()),
        found.suspectRight() ? Tone.GOOD : Tone.BAD);
    add("Evidence", found.evidence(), "", Tone.NEUTRAL);
  }

  private void silent() {
    var silent =
        facts.drift().scoreboard().stream()
            .filter(score -> score.injection() == 0 && score.outcome() == Outcome.MISSED)
            .map(Score::monitor)
            .filter(monitor -> !monitor.equals(Scoreboard.ANY))
            .collect(Collectors.joining(", "));
    if (!silent.isEmpty()) {
      add("Silent", silent, "", Tone.NEUTRAL);
    }
  }

  private void falseAlarms() {
    int wrong = facts.drift().falseIncidents();
    double days = facts.drift().cleanDays();
    if (days == 0) {
      var text = wrong == 0 ? "no clean day was watched" : wrong + ", and no clean day was watched";
      add("False", text, "", wrong == 0 ? Tone.NEUTRAL : Tone.BAD);
      return;
    }
    double most = COMPATIBLE[Math.min(wrong, COMPATIBLE.length - 1)];
    var bound =
        wrong < COMPATIBLE.length
            ? format(" (compatible with up to 1 per %.1f days)", days / most)
            : "";
    add(
        "False",
        format("%d in %.0f clean days%s", wrong, days, bound),
        "",
        wrong == 0 ? Tone.GOOD : Tone.BAD);
  }

  private void loop() {
    var loop = facts.loop();
    var text =
        loop == null
            ? "no model was installed after the onset"
            : "%s (%s) trained %s%s%s, promoted %s; %d since the onset"
                .formatted(
                    loop.version(),
                    loop.reason(),
                    day(loop.offered()),
                    stage("shadow", loop.shadow()),
                    stage("canary", loop.canary()),
                    day(loop.installed()),
                    loop.models());
    add("Loop", text, "", loop == null ? Tone.BAD : Tone.NEUTRAL);
  }

  private static String stage(String name, @Nullable Instant since) {
    return since == null ? "" : ", " + name + " " + day(since);
  }

  private void healing() {
    if (healed.isKnown()) {
      add(
          "Healed",
          "in the last 48 h %s of what was lost and attainable".formatted(share(healed)),
          "",
          healed.value() >= 0.5 ? Tone.GOOD : Tone.BAD);
    }
    if (frozen.isKnown()) {
      add(
          "Without",
          "frozen model: %s of the attainable in the last 48 h".formatted(change(frozen)),
          "",
          Tone.NEUTRAL);
    }
  }

  private void blind() {
    if (placebo > 0) {
      add(
          "Blind",
          format("changes of all value under %.1f %% in 2 days drown in chance", 100 * placebo),
          "",
          Tone.NEUTRAL);
    }
  }

  private void quality() {
    var scale =
        facts.quality().stream()
            .filter(row -> row.metric("scale").isKnown())
            .sorted((a, b) -> Double.compare(value(a), value(b)))
            .map(row -> format("%s %.0f", row.ranker(), value(row)))
            .collect(Collectors.joining(" | "));
    if (!scale.isEmpty()) {
      add("Quality", scale, "", Tone.NEUTRAL);
    }
  }

  private static double value(RankerQuality row) {
    return row.metric("scale").value();
  }

  private void invariants() {
    facts.invariants().stream()
        .filter(invariant -> !invariant.holds())
        .forEach(
            broken ->
                add(
                    "Broken",
                    format(
                        "%s: %,d times, first at %s",
                        broken.name(), broken.violations(), broken.first()),
                    "FAILED",
                    Tone.BAD));
  }

  private void add(String label, String text, String mark, Tone tone) {
    lines.add(new Line(label, text, mark, tone));
  }
}
