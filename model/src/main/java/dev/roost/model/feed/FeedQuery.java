package dev.roost.model.feed;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.UserId;
import java.time.Instant;

/// One reader's wish for a feed.
///
/// @param at when it is asked, on the clock of the domain
/// @param limit most items wanted; at least 1
/// @param occasion under which circumstances it is asked for
/// @param scope which items may be ranked, and what is done to their order
/// @param stretch the part of the timeline wanted; all of it unless the scope is
///     [Scope#FOLLOWING]
/// @param explain whether it shall be told what led to the value of each item, which takes longer
public record FeedQuery(
    UserId reader,
    Instant at,
    int limit,
    Occasion occasion,
    Scope scope,
    Stretch stretch,
    boolean explain) {

  /// Which items compete.
  public enum Scope {
    /// Candidates of all retrieval sources, without what was seen, diversified: a feed to read.
    FEED,
    /// Every live item in order of the model's score, nothing left out but what safety removes: an
    /// evaluation without sampled negatives.
    ALL_LIVE,
    /// Posts by followed authors alone, the newest of the stretch asked for, newest first: a
    /// timeline to scroll through.
    FOLLOWING
  }

  public FeedQuery {
    requireNonNull(reader);
    requireNonNull(at);
    requireNonNull(occasion);
    requireNonNull(scope);
    requireNonNull(stretch);
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1: " + limit);
    }
    if (scope != Scope.FOLLOWING && !stretch.equals(Stretch.ALL)) {
      throw new IllegalArgumentException("only FOLLOWING has a stretch: " + scope + " " + stretch);
    }
  }

  /// Returns a query that asks for no explanation.
  public FeedQuery(
      UserId reader, Instant at, int limit, Occasion occasion, Scope scope, Stretch stretch) {
    this(reader, at, limit, occasion, scope, stretch, false);
  }

  /// Returns the query of a feed to read.
  public static FeedQuery feed(UserId reader, Instant at, int limit) {
    return new FeedQuery(reader, at, limit, Occasion.FIRST, Scope.FEED, Stretch.ALL);
  }

  /// Returns the query of a part of the reader's timeline, newest first.
  public static FeedQuery following(UserId reader, Instant at, int limit, Stretch stretch) {
    return new FeedQuery(reader, at, limit, Occasion.FIRST, Scope.FOLLOWING, stretch);
  }
}
