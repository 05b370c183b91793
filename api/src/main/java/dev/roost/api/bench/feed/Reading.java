package dev.roost.api.bench.feed;

import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Stretch;
import java.time.Instant;

/// What every read of a measurement asks for.
enum Reading {
  /// The candidates of a ranked feed: the newest 500 posts of the followed authors.
  FEED(""),
  /// The first page of a timeline: the newest 50.
  PAGE("page-");

  private static final int PAGE_ROWS = 50;

  private final String prefix;

  Reading(String prefix) {
    this.prefix = prefix;
  }

  /// Returns what the names of rows begin with.
  String prefix() {
    return prefix;
  }

  /// Returns the query of a reader.
  FeedQuery query(UserId reader, Instant at) {
    return switch (this) {
      case FEED -> FeedQuery.feed(reader, at, WarmReaders.LIMIT);
      case PAGE -> FeedQuery.following(reader, at, PAGE_ROWS, Stretch.ALL);
    };
  }
}
