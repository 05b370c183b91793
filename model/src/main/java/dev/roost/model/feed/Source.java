package dev.roost.model.feed;

/// Where a candidate came from. An item found by several sources names the first of this order;
/// push and pull stand together in it, since they find the same.
public enum Source {
  /// By an author whom the reader follows, appended to the reader's inbox when it was posted.
  FOLLOWED_PUSH,
  /// By an author whom the reader follows, fetched from the author's chain when it was read.
  FOLLOWED_PULL,
  /// Near the reader's taste in embedding space.
  NEIGHBOUR,
  /// Much engaged with lately by all readers.
  TRENDING,
  /// New and hardly shown yet.
  FRESH,
  /// Ranked because every live item is.
  ALL_LIVE;

  /// Returns whether the reader follows the author.
  public boolean isInNetwork() {
    return this == FOLLOWED_PUSH || this == FOLLOWED_PULL;
  }

  /// Returns the place in the order, less for the source that is named: push and pull share one, so
  /// that how an edge is served decides nothing.
  public int order() {
    return isInNetwork() ? 0 : ordinal();
  }
}
