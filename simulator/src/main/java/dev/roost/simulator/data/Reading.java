package dev.roost.simulator.data;

import java.util.List;

/// What became of the rows of a log.
///
/// @param rows read, headers excluded
/// @param malformed rows skipped because they could not be understood; tolerated by the caller
/// @param problems the first of those
/// @param dropped rows that the documented rule of the data set leaves out
/// @param dropRule that rule in words, empty if there is none
/// @param merged rows that repeat what an earlier row of the same instant says
public record Reading(
    long rows,
    long malformed,
    List<RowProblem> problems,
    long dropped,
    String dropRule,
    long merged) {

  public Reading {
    problems = List.copyOf(problems);
  }
}
