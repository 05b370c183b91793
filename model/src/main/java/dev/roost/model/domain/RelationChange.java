package dev.roost.model.domain;

/// A change in how one user stands to another. Each is idempotent.
public enum RelationChange {
  FOLLOW,
  UNFOLLOW,
  BLOCK,
  UNBLOCK,
  MUTE,
  UNMUTE
}
