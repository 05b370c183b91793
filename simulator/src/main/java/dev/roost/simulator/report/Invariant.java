package dev.roost.simulator.report;

/// A claim that every world must keep; one violation fails the run.
///
/// @param name such as `no blocked author`
/// @param checked how often it was looked at
/// @param violations how often it was broken
/// @param first the first violation in words, empty if there is none
public record Invariant(String name, long checked, long violations, String first) {

  /// Returns whether the claim held.
  public boolean holds() {
    return violations == 0;
  }
}
