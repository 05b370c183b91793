package dev.roost.model.feed;

/// How good an answer is; a service that is late or has no model steps down and says so.
public enum Quality {
  /// Ordered by the installed model.
  FULL,
  /// Ordered by the installed model ahead of time, while the reader was away.
  PRECOMPUTED,
  /// Ordered by the scores of the reader's last full answer.
  LAST_SCORES,
  /// Newest first.
  CHRONOLOGICAL
}
