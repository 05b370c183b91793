package dev.roost.actors.feed;

import static java.util.Objects.requireNonNull;

import dev.roost.actors.learn.ServedFeed;
import dev.roost.model.feed.FeedPage;

/// A feed in its final order, and what of it is logged as served.
public record RankedFeed(FeedPage page, ServedFeed log) {

  public RankedFeed {
    requireNonNull(page);
    requireNonNull(log);
  }
}
