package dev.roost.model.registry;

/// Where a version stands in its life.
public enum Stage {
  /// Known, and nothing decided yet.
  OFFERED,
  /// Never to be used: unsound, worse, superseded, or without enough evidence in time.
  REFUSED,
  /// Foretells what the champion served, and ranks nothing.
  SHADOW,
  /// Ranks for a share of the readers.
  CANARY,
  /// Ranks for everybody else.
  CHAMPION,
  /// Was champion until another took its place.
  RETIRED,
  /// Ranked, and was taken back: it did worse, was superseded, or a person decided so.
  ROLLED_BACK
}
