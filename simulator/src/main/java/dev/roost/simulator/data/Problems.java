package dev.roost.simulator.data;

import java.util.ArrayList;
import java.util.List;

/// The problems met while a log is read: all are counted, the first are kept.
final class Problems {

  /// How many are kept to be shown.
  static final int SHOWN = 20;

  private final List<RowProblem> first = new ArrayList<>();
  private long count;

  /// Notes that a row cannot be used.
  void add(String file, long line, String message) {
    count++;
    if (first.size() < SHOWN) {
      first.add(new RowProblem(file, line, message));
    }
  }

  /// Returns the exception for a file that cannot be read on, whatever may be tolerated.
  InvalidDataException fatal(String file, long line, String message, String advice) {
    add(file, line, message);
    var all = new ArrayList<>(first);
    if (count > first.size()) {
      all.add(new RowProblem(file, line, message)); // the reason itself is always shown
    }
    return new InvalidDataException(all, count, advice);
  }

  /// Ends the reading.
  ///
  /// @throws InvalidDataException if there are more problems than `most`
  void requireAtMost(int most) {
    if (count > most) {
      throw new InvalidDataException(
          first,
          count,
          count
              + " malformed rows, "
              + most
              + " tolerated: mend them, or skip them with --max-errors "
              + count);
    }
  }

  /// Returns the first problems.
  List<RowProblem> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
