package dev.roost.simulator.calibrate;

/// One statistic of the world beside the same of real data.
///
/// @param data set that it is compared with
/// @param statistic in words
/// @param real its value there
/// @param world its value in the world
/// @param distance how far apart: for `RATIO` the world's value over the real one, for
///     `KOLMOGOROV_SMIRNOV` the largest gap between two distributions, for `DIFFERENCE` the world's
///     value minus the real one
public record FitRow(
    String data, String statistic, double real, double world, Measure measure, double distance) {

  /// How a distance is measured.
  public enum Measure {
    RATIO,
    KOLMOGOROV_SMIRNOV,
    DIFFERENCE
  }

  /// Returns a row for single figures above 0.
  static FitRow ratio(String data, String statistic, double real, double world) {
    return new FitRow(data, statistic, real, world, Measure.RATIO, world / real);
  }

  /// Returns a row for figures that may be negative.
  static FitRow difference(String data, String statistic, double real, double world) {
    return new FitRow(data, statistic, real, world, Measure.DIFFERENCE, world - real);
  }

  /// Returns a row for two distributions, each over its own mean; the values are Gini coefficients.
  static FitRow shape(String data, String statistic, Distribution real, Distribution world) {
    return new FitRow(
        data,
        statistic,
        real.gini(),
        world.gini(),
        Measure.KOLMOGOROV_SMIRNOV,
        real.relative().distance(world.relative()));
  }
}
