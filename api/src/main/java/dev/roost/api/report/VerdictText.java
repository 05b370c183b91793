package dev.roost.api.report;

import dev.roost.simulator.report.RunReport;
import java.util.ArrayList;
import java.util.List;

/// The verdict of a run as lines of text for a person.
public final class VerdictText {

  private VerdictText() {}

  /// Returns the lines, the headline first.
  public static List<String> lines(RunReport report) {
    var verdict = report.verdict();
    var lines = new ArrayList<String>();
    lines.add(line("VERDICT", verdict.headline()));
    for (var each : verdict.lines()) {
      var text = line(each.label(), each.text());
      lines.add(each.mark().isEmpty() ? text : "%-60s  %s".formatted(text, each.mark()));
    }
    return lines;
  }

  /// Returns a line with its label in a column of its own.
  public static String line(String label, String text) {
    return "%-9s %s".formatted(label, text);
  }
}
