package dev.roost.simulator.data;

import static java.util.Objects.requireNonNull;

/// What is wrong with one row of a file.
///
/// @param file name of the file, without its folder
/// @param line number of the line on which the row starts, the header's being 1; 0 for the file as
///     a whole
/// @param message what is wrong and what was expected
public record RowProblem(String file, long line, String message) {

  public RowProblem {
    requireNonNull(file);
    requireNonNull(message);
    if (line < 0) {
      throw new IllegalArgumentException("line must be at least 0: " + line);
    }
  }

  @Override
  public String toString() {
    return (line == 0 ? file : file + ":" + line) + ": " + message;
  }
}
