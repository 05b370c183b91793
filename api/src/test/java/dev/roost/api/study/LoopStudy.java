package dev.roost.api.study;

import dev.roost.api.study.Lived.Size;
import dev.roost.simulator.report.RunReport;
import dev.roost.simulator.scenario.Scenario;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Worlds that differ in their recommender from the first day on.
final class LoopStudy {

  private static final int NEW_FROM_DAY = 3;

  private final Map<String, Lived> loops = new LinkedHashMap<>();

  LoopStudy(Size size, long seed, Scenario scenario) throws IOException {
    var truth = TrueWorld.of(size.settings(seed, scenario));
    loops.put("the default", Lived.with(size, seed, scenario, Map.of(), RowEdit.NONE.overlay()));
    loops.put(
        "**twin** with the truth",
        Lived.with(size, seed, scenario, Map.of(), RowEdit.truth(truth).overlay()));
    loops.put(
        "no diversity",
        Lived.with(
            size,
            seed,
            scenario,
            Map.of(
                "roost.rank.diversity.topic-fade", 1,
                "roost.rank.diversity.writer-fade", 1,
                "roost.rank.diversity.shown-topic-fade", 1,
                "roost.rank.diversity.shown-writer-fade", 1,
                "roost.rank.diversity.writer-cap", 20),
            RowEdit.NONE.overlay()));
    loops.put(
        "nothing fresh, no exploration",
        Lived.with(
            size,
            seed,
            scenario,
            Map.of(CandidateSource.FRESH.key(), 0, "roost.rank.explore.epsilon", 0),
            RowEdit.NONE.overlay()));
  }

  String quality() {
    var table = new Table("recommender", "value", "chronological", "oracle", "way, %");
    loops.forEach(
        (name, lived) -> {
          var report = lived.report();
          table.row(
              name,
              Table.interval("%.3f", ranker(report, "served", "value")),
              Table.number("%.3f", ranker(report, "chronological", "value").value()),
              Table.number("%.3f", ranker(report, "oracle", "value").value()),
              Table.interval("%.1f", ranker(report, "served", "scale")));
        });
    return table.toString();
  }

  private static dev.roost.simulator.report.Estimate ranker(
      RunReport report, String name, String metric) {
    return report.quality().stream()
        .filter(each -> each.ranker().equals(name))
        .findFirst()
        .orElseThrow()
        .metric(metric);
  }

  /// Returns how many readers met the posts of a day within the next.
  String newAuthors() {
    var table =
        new Table(
            "recommender, posts",
            "posts",
            "shown at all, %",
            "20 times or more, %",
            "median impressions");
    loops.forEach(
        (name, lived) -> {
          int days = lived.settings().days();
          row(
              table,
              name + ", first three of new authors",
              lived,
              lived.reach().ofNewAuthors(NEW_FROM_DAY, days));
          row(table, name + ", all others", lived, lived.reach().ofOthers(NEW_FROM_DAY, days));
        });
    return table.toString();
  }

  private static void row(Table table, String name, Lived lived, int[] posts) {
    table.row(
        name,
        String.valueOf(posts.length),
        Table.number("%.0f", 100 * lived.reach().share(posts, 1)),
        Table.number("%.0f", 100 * lived.reach().share(posts, 20)),
        String.valueOf(lived.reach().median(posts)));
  }
}
