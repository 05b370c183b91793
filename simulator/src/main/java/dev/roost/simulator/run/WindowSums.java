package dev.roost.simulator.run;

/// Engagement value of each user over a window, and what the oracle could have had in the affected
/// slice.
final class WindowSums {

  private final Window window;
  private final double[] value;
  private double oracle;
  private int samples;

  WindowSums(Window window, int users) {
    this.window = window;
    this.value = new double[users];
  }

  void add(int tick, int user, double worth) {
    if (window.holds(tick)) {
      value[user] += worth;
    }
  }

  void sample(int tick, boolean isAffected, double expectedOfOracle) {
    if (isAffected && window.holds(tick)) {
      oracle += expectedOfOracle;
      samples++;
    }
  }

  /// Returns the value of each user; not to be modified.
  double[] value() {
    return value;
  }

  /// Returns the mean expected value of the oracle's lists in the slice, NaN without samples.
  double oracle() {
    return oracle / samples;
  }

  boolean isEmpty() {
    return window.isEmpty();
  }
}
