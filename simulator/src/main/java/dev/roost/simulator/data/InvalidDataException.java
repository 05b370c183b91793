package dev.roost.simulator.data;

import java.util.List;

/// Thrown when a recorded log cannot be used: nothing of it was imported.
///
/// The message names the first problems, one a line.
public final class InvalidDataException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<RowProblem> first;
  private final long count;

  /// Creates an exception for the problems of a log.
  ///
  /// @param first the first of them, at least one
  /// @param count how many there are in all
  /// @param advice what can be done about it
  public InvalidDataException(List<RowProblem> first, long count, String advice) {
    super(message(first, count, advice));
    this.first = List.copyOf(first);
    this.count = count;
  }

  private static String message(List<RowProblem> first, long count, String advice) {
    var lines = new StringBuilder("invalid data, nothing was imported");
    for (var problem : first) {
      lines.append("\n  ").append(problem);
    }
    if (count > first.size()) {
      lines.append("\n  and ").append(count - first.size()).append(" more");
    }
    return lines.append('\n').append(advice).toString();
  }

  /// Returns the first problems, in the order of the files.
  public List<RowProblem> first() {
    return first;
  }

  /// Returns how many problems there are.
  public long count() {
    return count;
  }
}
