package dev.roost.api.bench.feed;

import dev.roost.api.bench.BenchRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The charts of [FeedBench], made from its rows; those without rows are left out.
final class FeedCharts {

  private FeedCharts() {}

  /// Writes the charts into a folder, which is made if need be.
  static void write(Path folder, List<BenchRow> rows) {
    try {
      Files.createDirectories(folder);
      for (var chart : charts(rows).entrySet()) {
        Files.writeString(folder.resolve(chart.getKey() + ".svg"), chart.getValue().svg());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write charts into " + folder, e);
    }
  }

  /// Returns the charts by the names of their files.
  static Map<String, SvgChart> charts(List<BenchRow> rows) {
    var charts = new LinkedHashMap<String, SvgChart>();
    var work = lines(rows, Pattern.compile("work-(?<x>\\d+)-(?<name>.+)"));
    add(charts, "feed-work", "Work of push and pull", "reads a post", "ns a post", work);
    var deliveries = lines(rows, Pattern.compile("(?<name>growth)-users-(?<x>\\d+)-deliveries"));
    add(charts, "feed-growth-deliveries", "Deliveries", "users", "deliveries/s", deliveries);
    var bytes = lines(rows, Pattern.compile("(?<name>growth)-users-(?<x>\\d+)-bytes"));
    add(charts, "feed-growth-bytes", "Memory", "users", "bytes a reader", bytes);
    var reads = lines(rows, Pattern.compile("(?<name>growth)-users-(?<x>\\d+)-read"));
    add(charts, "feed-growth-reads", "A read of 500 posts", "users", "µs", reads);
    var followers = lines(rows, Pattern.compile("(?<name>growth)-followers-(?<x>\\d+)"));
    add(
        charts,
        "feed-growth-followers",
        "A delivery, by the author's followers",
        "followers",
        "ns",
        followers);
    return charts;
  }

  private static List<SvgChart.Series> lines(List<BenchRow> rows, Pattern pattern) {
    var lines = new LinkedHashMap<String, List<SvgChart.Point>>();
    for (var row : rows) {
      var name = pattern.matcher(row.name());
      if (name.matches() && row.value() > 0) {
        double x = Double.parseDouble(name.group("x"));
        lines
            .computeIfAbsent(name.group("name"), _ -> new ArrayList<>())
            .add(new SvgChart.Point(x, row.value()));
      }
    }
    return lines.entrySet().stream()
        .map(line -> new SvgChart.Series(line.getKey(), line.getValue()))
        .toList();
  }

  private static void add(
      Map<String, SvgChart> charts,
      String file,
      String title,
      String xTitle,
      String yTitle,
      List<SvgChart.Series> lines) {
    if (!lines.isEmpty()) {
      charts.put(file, new SvgChart(title, xTitle, yTitle, lines));
    }
  }
}
