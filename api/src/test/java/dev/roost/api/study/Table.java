package dev.roost.api.study;

import dev.roost.simulator.report.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A table in Markdown.
final class Table {

  private final List<String> lines = new ArrayList<>();

  Table(String first, String... others) {
    row(first, others);
    lines.add("|---" + "|--:".repeat(others.length) + "|");
  }

  void row(String first, String... others) {
    lines.add("| " + first + " | " + String.join(" | ", others) + " |");
  }

  static String number(String format, double value) {
    return format.formatted(value);
  }

  static String interval(String format, Estimate estimate) {
    var form = Locale.ROOT;
    return String.format(form, format, estimate.value())
        + (estimate.hasInterval()
            ? " ["
                + String.format(form, format, estimate.low())
                + ", "
                + String.format(form, format, estimate.high())
                + "]"
            : "");
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
