package dev.roost.simulator.scenario;

/// Whom a kind of drift can be aimed at.
public enum Aim {
  /// Readers, all or a slice of them.
  READERS,
  /// Authors, all or a slice of them.
  AUTHORS,
  /// A slice, which must be named.
  SLICE,
  /// Everybody at once; a slice cannot be named.
  EVERYBODY
}
