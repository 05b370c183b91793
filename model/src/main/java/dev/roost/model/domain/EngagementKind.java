package dev.roost.model.domain;

/// What a reader did with an item. "Shown" is a kind of its own and never stands for "disliked".
public enum EngagementKind {
  /// The item was on the screen.
  IMPRESSION,
  /// The item was looked at for a while; the only kind with a dwell time.
  VIEW,
  CLICK,
  LIKE,
  SHARE,
  COMMENT,
  /// The reader asked not to see the like.
  HIDE,
  /// The reader called the item harmful.
  REPORT;

  /// Returns whether the reader showed interest: a click, like, share or comment.
  public boolean isPositive() {
    return switch (this) {
      case CLICK, LIKE, SHARE, COMMENT -> true;
      case IMPRESSION, VIEW, HIDE, REPORT -> false;
    };
  }
}
