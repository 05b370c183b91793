package dev.roost.model.drift;

import static java.util.Objects.requireNonNull;

/// A column of the feature row that is watched.
///
/// @param name as reports name it
/// @param missing the value that stands for "unknown"; NaN always does, and may be given here
public record WatchedFeature(String name, float missing) {

  public WatchedFeature {
    requireNonNull(name);
  }

  /// Returns a column where only NaN stands for "unknown".
  public static WatchedFeature of(String name) {
    return new WatchedFeature(name, Float.NaN);
  }

  boolean isMissing(float value) {
    return Float.isNaN(value) || value == missing;
  }
}
