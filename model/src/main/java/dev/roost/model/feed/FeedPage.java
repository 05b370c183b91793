package dev.roost.model.feed;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.RequestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answered feed.
///
/// @param modelVersion the model that ordered it, empty if none did
/// @param candidates how many items competed
/// @param rest where a timeline goes on: rows older than this place were not looked at; null if
///     there are none, or if the feed is no part of a timeline
public record FeedPage(
    RequestId request,
    Quality quality,
    String modelVersion,
    int candidates,
    List<FeedItem> items,
    @Nullable Place rest) {

  public FeedPage {
    requireNonNull(request);
    requireNonNull(quality);
    requireNonNull(modelVersion);
    items = List.copyOf(items);
  }

  /// Returns a feed that is no part of a timeline.
  public FeedPage(
      RequestId request,
      Quality quality,
      String modelVersion,
      int candidates,
      List<FeedItem> items) {
    this(request, quality, modelVersion, candidates, items, null);
  }
}
