package dev.roost.api.http;

/// In what order a feed is read.
enum FeedOrder {
  /// Best first, of all that retrieval finds.
  RANK,
  /// Newest first, of those whom the reader follows.
  NEWEST
}
