package dev.roost.api.http;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpResponse;
import dev.roost.actors.feed.FeedRequest.Served;
import dev.roost.actors.feed.FeedRequest.Unavailable;
import dev.roost.actors.feed.FeedRequest.UnknownReader;
import dev.roost.actors.node.FeedService;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Asks the node for feeds, and writes what it answers as pages.
final class FeedPages {

  private final FeedService service;
  private final Readiness readiness;
  private final HttpMetrics metrics;

  FeedPages(FeedService service, Readiness readiness, HttpMetrics metrics) {
    this.service = service;
    this.readiness = readiness;
    this.metrics = metrics;
  }

  /// Returns a feed.
  ///
  /// @throws Refusal at once if the node is not ready, later if it has no such feed
  CompletionStage<FeedPage> ask(FeedQuery query) {
    readiness.require();
    return service
        .feed(query)
        .thenApply(
            reply ->
                switch (reply) {
                  case Served(var page) -> page;
                  case UnknownReader _ ->
                      throw Refusal.of(
                          ProblemCode.UNKNOWN_USER,
                          query.reader() + " has no account; POST /v1/users opens one");
                  case Unavailable(var why) -> throw Refusal.of(ProblemCode.FEED_UNAVAILABLE, why);
                });
  }

  /// Writes a page.
  ///
  /// @param served those of the feed's items that the page shows
  /// @param cursor leads to the next page, null if there is none
  /// @param newer leads to what comes later, null if the order has no such thing
  HttpResponse write(
      FeedOrder order,
      FeedPage page,
      List<FeedItem> served,
      @Nullable String cursor,
      @Nullable String newer) {
    var document =
        new Outgoing.Page(
            page.request().toString(),
            Words.of(page.quality()),
            page.modelVersion().isEmpty() ? null : page.modelVersion(),
            served.stream().flatMap(item -> document(item).stream()).toList(),
            cursor,
            newer);
    metrics.served(order, page.quality());
    return Answers.ok(document)
        .addHeader(HttpHeader.parse("X-Feed-Ranker", Words.of(page.quality())));
  }

  /// Returns what is read in an item: of a repost the original, else the item itself.
  ItemId original(FeedItem item) {
    return service
        .post(item.item())
        .flatMap(Post::repostOf)
        .map(Post.Original::item)
        .orElse(item.item());
  }

  /// Returns the item with its text, or nothing if it was deleted since the feed was filtered.
  private Optional<Outgoing.Item> document(FeedItem item) {
    return service.post(item.item()).map(post -> Documents.item(item, post));
  }
}
