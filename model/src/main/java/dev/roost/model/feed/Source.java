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
  /// Engaged with by readers of what the reader engaged with.
  CO_ENGAGED,
  /// By a writer with whose items the reader engages, though they do not follow the author.
  AFFINITY,
  /// By an author whom those follow whom the reader follows.
  FRIENDS_OF_FRIENDS,
  /// Much engaged with lately by all readers.
  TRENDING,
  /// Much engaged with lately by readers of the reader's country or language.
  TRENDING_NEARBY,
  /// New and hardly shown yet.
  FRESH,
  /// Ranked because every live item is.
  ALL_LIVE,
  /// Offered by whoever pays for the place; it did not compete for it.
  SPONSORED;

  /// Returns whether the reader follows the author.
  public boolean isInNetwork() {
    return this == FOLLOWED_PUSH || this == FOLLOWED_PULL;
  }

  /// Returns the place in the order, less for the source that is named: push and pull share one, so
  /// that how an edge is served decides nothing.
  public int order() {
    return this == FOLLOWED_PUSH || this == FOLLOWED_PULL ? 0 : ordinal();
  }
}
