package dev.roost.api.bench;

import static java.util.Objects.requireNonNull;

/// One measured figure.
///
/// @param name stable, in kebab case; `NAME-min` and `NAME-max` bound the rounds of the median
///     `NAME`
/// @param value finite
/// @param unit such as `deliveries/s`
public record BenchRow(String name, double value, String unit) {

  public BenchRow {
    requireNonNull(name);
    requireNonNull(unit);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite: " + value);
    }
  }
}
