package dev.roost.model.feed;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.UserId;
import java.time.Instant;

/// One reader's wish for a feed.
///
/// @param at when it is asked, on the clock of the domain
/// @param limit most items wanted; at least 1
/// @param depth feeds that the reader already asked for in this session, at least 0
/// @param scope which items may be ranked, and what is done to their order
public record FeedQuery(UserId reader, Instant at, int limit, int depth, Scope scope) {

  /// Which items compete.
  public enum Scope {
    /// Candidates of all retrieval sources, without what was seen, diversified: a feed to read.
    FEED,
    /// Every live item in order of the model's score, nothing left out but what safety removes: an
    /// evaluation without sampled negatives.
    ALL_LIVE
  }

  public FeedQuery {
    requireNonNull(reader);
    requireNonNull(at);
    requireNonNull(scope);
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1: " + limit);
    }
    if (depth < 0) {
      throw new IllegalArgumentException("depth must be at least 0: " + depth);
    }
  }

  /// Returns the query of a feed to read.
  public static FeedQuery feed(UserId reader, Instant at, int limit) {
    return new FeedQuery(reader, at, limit, 0, Scope.FEED);
  }
}
