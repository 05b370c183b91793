package dev.roost.model.retrieve;

/// How many candidates each source may find, at most.
///
/// @param neighbours near the reader's taste; at least 0
/// @param scanned newest rows among which neighbours are sought by a scan, at least; at least 1
/// @param coEngaged that readers of the same items engage with; at least 0
/// @param affinity by writers with whom the reader engages; at least 0
/// @param friendsOfFriends by authors whom friends follow; at least 0
/// @param trending everywhere; at least 0
/// @param trendingNearby in the reader's country, and as many in their language; at least 0
/// @param fresh that hardly anybody was shown; at least 0
/// @param freshImpressions impressions up to which an item, or a writer, is still new; at least 0
public record RetrievalSettings(
    int neighbours,
    int scanned,
    int coEngaged,
    int affinity,
    int friendsOfFriends,
    int trending,
    int trendingNearby,
    int fresh,
    int freshImpressions) {

  public RetrievalSettings {
    atLeast(0, neighbours, "neighbours");
    atLeast(1, scanned, "scanned");
    atLeast(0, coEngaged, "co-engaged");
    atLeast(0, affinity, "affinity");
    atLeast(0, friendsOfFriends, "friends-of-friends");
    atLeast(0, trending, "trending");
    atLeast(0, trendingNearby, "trending-nearby");
    atLeast(0, fresh, "fresh");
    atLeast(0, freshImpressions, "fresh-impressions");
  }

  private static void atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
    }
  }

  /// Returns settings for a feed of some twenty items.
  public static RetrievalSettings usual() {
    return new RetrievalSettings(120, 16_384, 80, 40, 20, 60, 20, 30, 20);
  }
}
