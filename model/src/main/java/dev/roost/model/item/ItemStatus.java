package dev.roost.model.item;

/// Whether an item may be shown.
public enum ItemStatus {
  LIVE,
  /// Its author took it back.
  DELETED,
  /// A moderator took it down.
  REMOVED
}
