package dev.roost.model.feed;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.RequestId;
import java.util.List;

/// An answered feed.
///
/// @param modelVersion the model that ordered it, empty if none did
/// @param candidates how many items competed
public record FeedPage(
    RequestId request, Quality quality, String modelVersion, int candidates, List<FeedItem> items) {

  public FeedPage {
    requireNonNull(request);
    requireNonNull(quality);
    requireNonNull(modelVersion);
    items = List.copyOf(items);
  }
}
