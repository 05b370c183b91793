package dev.roost.api.http;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpResponse;
import dev.roost.actors.feed.FeedRequest.Served;
import dev.roost.actors.feed.FeedRequest.Unavailable;
import dev.roost.actors.feed.FeedRequest.UnknownReader;
import dev.roost.actors.node.FeedService;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Feeds, page by page.
///
/// Every page is asked of the node anew, so that each obeys the relations and deletions of its own
/// moment; what earlier pages of the session showed is left out here. A session ends when nothing
/// new is left or its bound is reached: paging always ends and never repeats.
final class FeedEndpoints {

  private final FeedService service;
  private final Readiness readiness;
  private final HttpSettings settings;
  private final HttpMetrics metrics;
  private final CursorSeal seal;
  private final FeedSessions sessions;

  FeedEndpoints(
      FeedService service,
      Readiness readiness,
      HttpSettings settings,
      HttpMetrics metrics,
      CursorSeal seal,
      FeedSessions sessions) {
    this.service = service;
    this.readiness = readiness;
    this.settings = settings;
    this.metrics = metrics;
    this.seal = seal;
    this.sessions = sessions;
  }

  List<Endpoint> table() {
    return List.of(Endpoint.get("/v1/users/{user}/feed", Set.of("limit", "cursor"), this::feed));
  }

  /// What one request asks for.
  ///
  /// @param before what the session showed already, null on its first page
  private record Wish(UserId reader, int limit, FeedSessions.@Nullable Served before, Instant at) {

    int shown() {
      return before == null ? 0 : before.total();
    }

    Set<ItemId> shownItems() {
      return before == null ? Set.of() : before.items();
    }

    /// Returns the query whose answer holds one new item more than the page, if there are so many.
    FeedQuery query() {
      return new FeedQuery(
          reader,
          at,
          shown() + limit + 1,
          before == null ? 0 : before.pages(),
          FeedQuery.Scope.FEED,
          Stretch.ALL);
    }
  }

  private CompletionStage<HttpResponse> feed(Call call) {
    var reader = call.user("user");
    int limit = call.query("limit").map(this::limit).orElse(settings.defaultLimit());
    var before = call.query("cursor").map(text -> resume(text, reader, call.at())).orElse(null);
    readiness.require();
    int left = settings.maxSessionItems() - (before == null ? 0 : before.total());
    var wish = new Wish(reader, Math.min(limit, left), before, call.at());
    return service
        .feed(wish.query())
        .thenApply(
            reply ->
                switch (reply) {
                  case Served(var page) -> answer(page, wish);
                  case UnknownReader _ ->
                      throw Refusal.of(
                          ProblemCode.UNKNOWN_USER,
                          reader + " has no account; POST /v1/users opens one");
                  case Unavailable(var why) -> throw Refusal.of(ProblemCode.FEED_UNAVAILABLE, why);
                });
  }

  private int limit(String text) {
    if (!text.matches("[0-9]{1,9}") || text.startsWith("0")) {
      throw limitOutOfRange();
    }
    int limit = Integer.parseInt(text);
    if (limit > settings.maxLimit()) {
      throw limitOutOfRange();
    }
    return limit;
  }

  private Refusal limitOutOfRange() {
    return Refusal.of(
        ProblemCode.OUT_OF_RANGE, "limit must be a whole number, 1 to " + settings.maxLimit());
  }

  private FeedSessions.Served resume(String text, UserId reader, Instant now) {
    Optional<Cursor> cursor = seal.open(text);
    if (cursor.isPresent() && !cursor.get().reader().equals(reader)) {
      throw CursorSeal.broken();
    }
    return cursor
        .flatMap(each -> sessions.find(each.number(), now))
        .orElseThrow(
            () ->
                Refusal.of(
                    ProblemCode.CURSOR_EXPIRED,
                    "start over: GET /v1/users/" + reader + "/feed without a cursor"));
  }

  private HttpResponse answer(FeedPage page, Wish wish) {
    var shown = wish.shownItems();
    var fresh = page.items().stream().filter(item -> !shown.contains(item.item())).toList();
    var served = fresh.subList(0, Math.min(wish.limit(), fresh.size()));
    var document =
        new Outgoing.Page(
            page.request().toString(),
            Words.of(page.quality()),
            page.modelVersion().isEmpty() ? null : page.modelVersion(),
            served.stream().flatMap(item -> document(item).stream()).toList(),
            fresh.size() > served.size() ? next(served, wish) : null);
    metrics.served(page.quality());
    return Answers.ok(document)
        .addHeader(HttpHeader.parse("X-Feed-Ranker", Words.of(page.quality())));
  }

  /// Returns the item with its text, or nothing if it was deleted since the feed was filtered.
  private Optional<Outgoing.Item> document(FeedItem item) {
    return service.post(item.item()).map(post -> Documents.item(item, post));
  }

  private @Nullable String next(List<FeedItem> served, Wish wish) {
    if (wish.shown() + served.size() >= settings.maxSessionItems()) {
      return null;
    }
    var items = served.stream().map(FeedItem::item).toList();
    long number = sessions.add(wish.reader(), items, wish.before(), wish.at());
    return seal.text(new Cursor(wish.reader(), number));
  }
}
