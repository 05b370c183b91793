package dev.roost.api.bench;

import java.util.List;

/// A measurement that a person can repeat: contestants side by side in one run.
public interface Bench {

  /// Returns the word by which the bench is called.
  String name();

  /// Returns the row that others are compared with as what most would use.
  String peer();

  /// Returns the row that others are compared with as what the machine allows.
  String limit();

  /// Measures; takes seconds to minutes.
  ///
  /// @return rows under stable names, in the order to be shown
  /// @throws BenchException if a contestant did not do its work, or the machine is too small
  List<BenchRow> run(BenchListener listener);
}
