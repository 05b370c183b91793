package dev.roost.simulator.report;

/// A number with its 95 % interval, both ends NaN where there is none.
///
/// @param value point estimate; NaN if it could not be measured
/// @param low lower end of the interval
/// @param high upper end of the interval
public record Estimate(double value, double low, double high) {

  /// Returns a number without an interval.
  public static Estimate exact(double value) {
    return new Estimate(value, Double.NaN, Double.NaN);
  }

  /// Returns a number that could not be measured.
  public static Estimate unknown() {
    return exact(Double.NaN);
  }

  /// Returns whether the number was measured.
  public boolean isKnown() {
    return Double.isFinite(value);
  }

  /// Returns whether there is an interval.
  public boolean hasInterval() {
    return low <= high;
  }

  /// Returns value and interval times `factor`, which is at least 0.
  public Estimate times(double factor) {
    return new Estimate(value * factor, low * factor, high * factor);
  }
}
