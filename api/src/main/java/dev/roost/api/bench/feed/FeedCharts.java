package dev.roost.api.bench.feed;

import dev.roost.api.bench.BenchRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The charts of [FeedBench], made from its rows; those without rows are left out.
public final class FeedCharts {

  private FeedCharts() {}

  /// Returns the charts as files, by name.
  public static Map<String, String> files(List<BenchRow> rows) {
    var files = new LinkedHashMap<String, String>();
    var work = lines(rows, "work-(?<x>\\d+)-(?<name>.+)");
    add(files, "work", "Work of push and pull, reads of 500", "reads a post", "ns a post", work);
    var pages = lines(rows, "page-work-(?<x>\\d+)-(?<name>.+)");
    add(files, "pages", "Work of push and pull, pages of 50", "reads a post", "ns a post", pages);
    var deliveries = lines(rows, "(?<name>growth)-users-(?<x>\\d+)-deliveries");
    add(files, "users", "Deliveries", "users", "deliveries/s", deliveries);
    var bytes = lines(rows, "(?<name>growth)-users-(?<x>\\d+)-bytes");
    add(files, "bytes", "Memory", "users", "bytes a reader", bytes);
    var reads = lines(rows, "(?<name>growth)-users-(?<x>\\d+)-read");
    add(files, "reads", "A read of 500 posts", "users", "µs", reads);
    var followers = lines(rows, "(?<name>growth)-followers-(?<x>\\d+)");
    var title = "A delivery, by the author's followers";
    add(files, "followers", title, "followers", "ns", followers);
    return files;
  }

  private static List<SvgChart.Series> lines(List<BenchRow> rows, String names) {
    var pattern = Pattern.compile(names);
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
      Map<String, String> files,
      String name,
      String title,
      String xTitle,
      String yTitle,
      List<SvgChart.Series> lines) {
    if (!lines.isEmpty()) {
      files.put("fan-out-" + name + ".svg", new SvgChart(title, xTitle, yTitle, lines).svg());
    }
  }
}
