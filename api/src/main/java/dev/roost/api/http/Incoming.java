package dev.roost.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bodies of requests, as clients write them. Every component may be missing here; what must be
/// there is checked by who reads it.
final class Incoming {

  private Incoming() {}

  /// Opens an account.
  record NewUser(
      @Nullable String externalId,
      @Nullable String ageBand,
      @Nullable String country,
      @Nullable String language) {}

  /// Names another account.
  record Other(@Nullable String user) {}

  /// Publishes a post.
  record NewPost(
      @Nullable String topic,
      @Nullable String language,
      @Nullable String media,
      @Nullable String text,
      @Nullable String repostOf) {}

  /// Reports what a reader did.
  record Batch(@Nullable String request, @Nullable List<@Nullable Done> engagements) {}

  /// One thing that a reader did.
  record Done(
      @Nullable String item,
      @Nullable String kind,
      @Nullable Integer position,
      @Nullable Long dwellMillis) {}

  /// A body that says nothing, `{}`.
  record Nothing() {}
}
