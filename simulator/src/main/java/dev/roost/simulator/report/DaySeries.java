package dev.roost.simulator.report;

import java.util.List;

/// One world's days, for one slice of its readers.
///
/// @param world name of a [WorldRun]
/// @param slice `all`; or, if something was injected, the affected slice, such as `country=BR`, and
///     `rest`
/// @param days one point a day, day 0 first
public record DaySeries(String world, String slice, List<Day> days) {

  public DaySeries {
    days = List.copyOf(days);
  }

  /// One simulated day.
  ///
  /// @param day days since the start, from 0
  /// @param value engagement value: the sum of what readers did, weighted by kind
  /// @param valuePerFeed `value` over `feeds`; NaN without feeds
  /// @param clickRate clicks over impressions; NaN without impressions
  /// @param served true expected value of the lists served, a sampled feed
  /// @param chronological the same of the newest items
  /// @param popularity the same of the most engaged items
  /// @param oracle the same of the best possible lists
  /// @param scale `served` between chronological = 0 and oracle = 100; NaN without samples
  public record Day(
      int day,
      long feeds,
      long impressions,
      long engagements,
      double value,
      double valuePerFeed,
      double clickRate,
      int samples,
      double served,
      double chronological,
      double popularity,
      double oracle,
      double scale) {}
}
