package dev.roost.simulator.data;

import java.time.Duration;

/// How a log is best scored, given the resolution of its dates.
///
/// @param horizon age up to which an item competes, inclusive; positive
/// @param tuning time from the first event in which baselines are tuned and nothing is scored;
///     positive
/// @param trainEvery time from one training to the next; positive
/// @param window age up to which a training learns from what was asked; positive
/// @param pace time of the log that passes while the recommender's clock moves by one; at least 1.
///     The recommender's counts halve within hours to a month, as in a feed whose items live for a
///     month; a log whose items live for a year is told thirteen times as fast
public record Protocol(
    Duration horizon, Duration tuning, Duration trainEvery, Duration window, int pace) {

  public Protocol {
    check(horizon, "horizon");
    check(tuning, "tuning");
    check(trainEvery, "trainEvery");
    check(window, "window");
    if (pace < 1) {
      throw new IllegalArgumentException("pace must be at least 1: " + pace);
    }
  }

  private static void check(Duration duration, String name) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive: " + duration);
    }
  }

  /// For dates to the second or the day: items of 28 days, tuned on the first 30 days, learned from
  /// for three months.
  static Protocol fine() {
    return new Protocol(
        Duration.ofDays(28), Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(90), 1);
  }
}
