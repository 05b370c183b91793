package dev.roost.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A measurement that a person can repeat: contestants side by side in one run.
public interface Bench {

  /// Returns the word by which the bench is called.
  String name();

  /// Returns the row that others are compared with as what most would use, if there is one.
  default Optional<String> peer() {
    return Optional.empty();
  }

  /// Returns the row that others are compared with as what the machine allows, if there is one.
  default Optional<String> limit() {
    return Optional.empty();
  }

  /// Measures; takes seconds to minutes.
  ///
  /// @return rows under stable names, in the order to be shown
  /// @throws BenchException if a contestant did not do its work, or the machine is too small
  List<BenchRow> run(BenchListener listener);

  /// Returns what was found as lines for a person, the machine first.
  default List<String> lines(BenchReport report) {
    var lines = new ArrayList<>(List.of(report.machine()));
    lines.addAll(BenchTable.lines(this, report.rows()));
    return lines;
  }
}
