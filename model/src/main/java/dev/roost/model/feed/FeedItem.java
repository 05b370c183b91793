package dev.roost.model.feed;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An item of an answered feed, and why it is there.
///
/// @param author who posted or reposted it
/// @param probability the model's probability of a positive engagement at a neutral position, in
///     `[0, 1]`; NaN if no model scored it
/// @param value what it is worth that the reader meets it, by which it was ranked; NaN if no model
///     scored it
/// @param rankBefore place by value alone, counted from 0, before re-ranking moved it
/// @param exploring whether exploration put it here
/// @param propensity probability with which the policy shows this item at this place, in `(0, 1]`
/// @param explanation what led to the value; null unless it was asked for and a model scored it
public record FeedItem(
    ItemId item,
    UserId author,
    Instant at,
    Source source,
    double probability,
    double value,
    int rankBefore,
    boolean exploring,
    double propensity,
    @Nullable Explanation explanation) {

  public FeedItem {
    requireNonNull(item);
    requireNonNull(author);
    requireNonNull(at);
    requireNonNull(source);
  }

  /// Returns an item without an explanation.
  public FeedItem(
      ItemId item,
      UserId author,
      Instant at,
      Source source,
      double probability,
      double value,
      int rankBefore,
      boolean exploring,
      double propensity) {
    this(item, author, at, source, probability, value, rankBefore, exploring, propensity, null);
  }

  /// Returns where the item stands in a timeline.
  public Place place() {
    return new Place(at.toEpochMilli(), item.value());
  }
}
