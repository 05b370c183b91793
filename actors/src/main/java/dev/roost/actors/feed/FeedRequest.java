package dev.roost.actors.feed;

import dev.roost.actors.CborSerializable;
import dev.roost.model.feed.FeedPage;

/// Builds one feed and stops.
public final class FeedRequest {

  private FeedRequest() {}

  /// How a request for a feed ends.
  public sealed interface Reply extends CborSerializable {}

  /// The feed, of the quality that it names.
  public record Served(FeedPage page) implements Reply {}

  /// The reader has no account.
  public record UnknownReader() implements Reply {}

  /// No feed can be built now; the caller may try again later.
  public record Unavailable(String why) implements Reply {}
}
