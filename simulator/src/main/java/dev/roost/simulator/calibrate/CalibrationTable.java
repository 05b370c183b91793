package dev.roost.simulator.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Renders a calibration as lines of text for a person.
public final class CalibrationTable {

  private CalibrationTable() {}

  /// Returns the lines of the fit of the graph.
  public static List<String> lines(GraphFit fit) {
    var lines = new ArrayList<String>();
    for (var data : fit.rows()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "GRAPH    %s: %,d people, %,d %s",
              data.data(),
              data.nodes(),
              data.mutual() ? data.edges() / 2 : data.edges(),
              data.mutual()
                  ? "friendships, beside the follows that are returned"
                  : "trusts, beside all follows"));
      lines.add(String.format(Locale.ROOT, "%-32s %9s %9s   %s", "", "real", "world", "distance"));
      data.rows().forEach(row -> lines.add(row(row)));
      lines.add("");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%-32s %9s %9s   %s",
            "FOLLOWS INSIDE A",
            "share",
            "by chance",
            "assortativity"));
    for (var each : fit.homophily()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-32s %9.3f %9.4f   %.3f",
              each.by(),
              each.inside(),
              each.chance(),
              each.assortativity()));
    }
    lines.add("         No real graph here names communities, countries or languages.");
    return lines;
  }

  private static String row(FitRow row) {
    String distance =
        switch (row.measure()) {
          case RATIO -> String.format(Locale.ROOT, "x %.2f", row.distance());
          case KOLMOGOROV_SMIRNOV -> String.format(Locale.ROOT, "KS %.2f", row.distance());
          case DIFFERENCE -> String.format(Locale.ROOT, "%+.2f", row.distance());
        };
    return String.format(
        Locale.ROOT, "%-32s %9.3f %9.3f   %s", row.statistic(), row.real(), row.world(), distance);
  }
}
