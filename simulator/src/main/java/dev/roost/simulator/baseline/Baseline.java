package dev.roost.simulator.baseline;

/// Rankers whose lists are compared, in the order of reports.
public enum Baseline {
  /// What the recommender served.
  SERVED,
  /// Best true expected value first: the ceiling.
  ORACLE,
  /// Most engaged with lately first.
  POPULARITY,
  /// Any order.
  RANDOM,
  /// Newest of followed authors first, then newest of all.
  CHRONOLOGICAL
}
