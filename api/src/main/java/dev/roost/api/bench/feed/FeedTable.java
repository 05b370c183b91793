package dev.roost.api.bench.feed;

import dev.roost.api.bench.Bench;
import dev.roost.api.bench.BenchReport;
import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.BenchTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of [FeedBench] for a person: work as a table of a line for each strategy, then the
/// rest.
final class FeedTable {

  private static final Pattern CELL =
      Pattern.compile("(page-)?(work|total|deliver|read|deliveries|fetches|turns)-(1|5|50)-(.+)");
  private static final List<String> COLUMNS =
      List.of("work", "total", "deliver", "read", "deliveries", "fetches", "turns");
  private static final String LINE = "%-24s %9s %9s %9s %9s %10s %8s %8s";

  private FeedTable() {}

  /// Returns the lines, the machine first.
  static List<String> lines(Bench bench, BenchReport report) {
    var rest = new ArrayList<BenchRow>();
    var tables = new LinkedHashMap<String, Map<String, Map<String, String>>>();
    for (var row : report.rows()) {
      var cell = CELL.matcher(row.name());
      if (cell.matches()) {
        tables
            .computeIfAbsent(title(cell), _ -> new LinkedHashMap<>())
            .computeIfAbsent(cell.group(4), _ -> new LinkedHashMap<>())
            .put(cell.group(2), BenchTable.number(row.value()));
      } else {
        rest.add(row);
      }
    }
    var lines = new ArrayList<>(List.of(report.machine()));
    tables.forEach((title, table) -> lines.addAll(table(title, table)));
    lines.addAll(BenchTable.lines(bench, rest));
    return lines;
  }

  private static String title(Matcher cell) {
    return "a post, at " + cell.group(3) + (cell.group(1) == null ? " reads" : " pages");
  }

  private static List<String> table(String title, Map<String, Map<String, String>> table) {
    var lines = new ArrayList<String>();
    lines.add(
        LINE.formatted(
            title, "work ns", "total ns", "deliver", "read", "deliveries", "fetches", "turns"));
    table.forEach(
        (strategy, cells) -> {
          var shown = new ArrayList<Object>(List.of(strategy));
          COLUMNS.forEach(column -> shown.add(cells.getOrDefault(column, "")));
          lines.add(LINE.formatted(shown.toArray()).stripTrailing());
        });
    lines.add("");
    return lines;
  }
}
