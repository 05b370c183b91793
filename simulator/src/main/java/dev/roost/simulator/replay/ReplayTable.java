package dev.roost.simulator.replay;

import dev.roost.simulator.data.Reading;
import dev.roost.simulator.replay.ReplayReport.OverBest;
import dev.roost.simulator.replay.ReplayReport.TunedMix;
import dev.roost.simulator.report.Estimate;
import dev.roost.simulator.report.RankerQuality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Renders what a replay found as lines of text for a person.
public final class ReplayTable {

  private static final String ROW = "%-24s %-22s %-22s %-22s %-22s";

  private ReplayTable() {}

  /// Returns the lines.
  public static List<String> lines(ReplayReport report) {
    var lines = new ArrayList<String>();
    var counts = report.counts();
    lines.add(
        String.format(
            Locale.ROOT,
            "REPLAY   %s, %,d events of %,d users on %,d items, %s to %s",
            report.source(),
            counts.events(),
            counts.users(),
            counts.items(),
            report.from(),
            report.to()));
    lines.add(String.format(Locale.ROOT, "Rows     %s", reading(report.reading())));
    report.reading().problems().forEach(problem -> lines.add("         " + problem));
    lines.add(
        String.format(
            Locale.ROOT,
            "Asked    %,d questions of %,d readers after %s of tuning; %.0f items compete on"
                + " average, all of the last %s",
            counts.questions(),
            counts.readers(),
            days(report.protocol().tuning()),
            counts.candidates(),
            days(report.protocol().horizon())));
    lines.add(
        String.format(
            Locale.ROOT,
            "Tuned    popularity halves in %s, found on %,d questions",
            span(report.tuned().halfLife()),
            report.tuned().questions()));
    report.tunedMixes().forEach(mix -> lines.add(tuned(mix)));
    lines.add("");
    lines.add(
        String.format(Locale.ROOT, ROW, "", "NDCG@10", "hit rate@10", "AUC", "log loss (nats)")
            .stripTrailing());
    report.quality().forEach(quality -> lines.add(row(quality)));
    lines.add("");
    lines.add("Ratio    NDCG@10 served / popularity " + shown(report.overPopularity()));
    lines.add("         NDCG@10 served / engaged last " + shown(report.overEngagedLast()));
    lines.add(best("best", report.overBest()));
    lines.add(best("best, engaged last", report.overBestEngagedLast()));
    lines.add(
        String.format(
            Locale.ROOT,
            "Models   %d installed, %d alarms",
            report.models().size(),
            report.alarms().size()));
    report.invariants().stream()
        .filter(invariant -> !invariant.holds())
        .forEach(
            broken ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "BROKEN   %s: %,d of %,d, first: %s",
                        broken.name(),
                        broken.violations(),
                        broken.checked(),
                        broken.first())));
    lines.add("Digest   " + report.digest());
    return lines;
  }

  private static String tuned(TunedMix mix) {
    var halfLife = mix.halfLife();
    return String.format(
        Locale.ROOT,
        "         %s: %s, %s, floor %s, power %s",
        mix.ranker(),
        mix.nearness(),
        halfLife == null ? "without popularity" : "popularity halves in " + span(halfLife),
        mix.floor(),
        mix.power());
  }

  private static String best(String which, OverBest best) {
    return String.format(
        Locale.ROOT,
        "         NDCG@10 served / %s %s (%s)",
        which,
        shown(best.ratio()),
        best.ranker());
  }

  private static String reading(Reading reading) {
    var text = new StringBuilder(String.format(Locale.ROOT, "%,d read", reading.rows()));
    if (reading.malformed() > 0) {
      text.append(String.format(Locale.ROOT, ", %,d malformed and skipped", reading.malformed()));
    }
    if (reading.dropped() > 0) {
      text.append(
          String.format(Locale.ROOT, ", %,d dropped (%s)", reading.dropped(), reading.dropRule()));
    }
    if (reading.merged() > 0) {
      text.append(
          String.format(Locale.ROOT, ", %,d repeat another of their instant", reading.merged()));
    }
    return text.toString();
  }

  private static String row(RankerQuality quality) {
    return String.format(
            Locale.ROOT,
            ROW,
            name(quality.ranker()),
            shown(quality.metric(Scores.NDCG)),
            shown(quality.metric("hitRate@10")),
            shown(quality.metric("auc")),
            shown(quality.metric("logLoss")))
        .stripTrailing();
  }

  private static String name(String ranker) {
    return ranker.endsWith(Baselines.ENGAGED_LAST) ? "  .., engaged last" : ranker;
  }

  private static String shown(Estimate estimate) {
    if (!estimate.isKnown()) {
      return "unknown";
    }
    return estimate.hasInterval()
        ? String.format(
            Locale.ROOT, "%.3f [%.3f, %.3f]", estimate.value(), estimate.low(), estimate.high())
        : String.format(Locale.ROOT, "%.3f", estimate.value());
  }

  private static String days(Duration duration) {
    return duration.toDays() + " days";
  }

  private static String span(Duration duration) {
    if (duration.toHours() < 1) {
      return duration.toMinutes() + " min";
    }
    return duration.toDays() < 1 ? duration.toHours() + " h" : duration.toDays() + " d";
  }
}
