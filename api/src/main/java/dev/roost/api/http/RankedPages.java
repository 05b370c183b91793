package dev.roost.api.http;

import akka.http.javadsl.model.HttpResponse;
import dev.roost.model.domain.Device;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Occasion;
import dev.roost.model.feed.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Feeds by rank, page by page.
///
/// Every page is asked of the node anew, so that each obeys the relations and deletions of its own
/// moment; what earlier pages of the session showed is left out here, an original and its reposts
/// being one. A session ends when nothing new is left or its bound is reached: paging always ends
/// and never repeats.
final class RankedPages {

  private final FeedPages pages;
  private final FeedSessions sessions;
  private final CursorSeal seal;
  private final int maxSessionItems;

  RankedPages(FeedPages pages, FeedSessions sessions, CursorSeal seal, int maxSessionItems) {
    this.pages = pages;
    this.sessions = sessions;
    this.seal = seal;
    this.maxSessionItems = maxSessionItems;
  }

  /// What a reader wants of a page.
  ///
  /// @param limit most items
  /// @param device on what it is read
  /// @param explain whether each item's value shall be explained
  record Wish(int limit, Device device, boolean explain, Instant at) {

    Wish atMost(int most) {
      return new Wish(Math.min(limit, most), device, explain, at);
    }
  }

  /// What one request asks for.
  ///
  /// @param before what the session showed already, null on its first page
  private record PageRequest(UserId reader, FeedSessions.@Nullable Served before, Wish wish) {

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
          wish.at(),
          shown() + wish.limit() + 1,
          new Occasion(before == null ? 0 : before.pages(), shown(), wish.device()),
          FeedQuery.Scope.FEED,
          Stretch.ALL,
          wish.explain());
    }
  }

  /// Answers with the first page of a session.
  CompletionStage<HttpResponse> first(UserId reader, Wish wish) {
    return page(new PageRequest(reader, null, wish.atMost(maxSessionItems)));
  }

  /// Answers with the page after those that the cursor names.
  CompletionStage<HttpResponse> next(Cursor.Ranked cursor, Wish wish) {
    var before =
        sessions
            .find(cursor.number(), wish.at())
            .orElseThrow(() -> CursorSeal.expired(cursor.reader()));
    int left = maxSessionItems - before.total();
    return page(new PageRequest(cursor.reader(), before, wish.atMost(left)));
  }

  private CompletionStage<HttpResponse> page(PageRequest asked) {
    return pages.ask(asked.query()).thenApply(page -> answer(page, asked));
  }

  private HttpResponse answer(FeedPage page, PageRequest asked) {
    var shown = asked.shownItems();
    var fresh =
        page.items().stream().filter(item -> !shown.contains(pages.original(item))).toList();
    var served = fresh.subList(0, Math.min(asked.wish().limit(), fresh.size()));
    var cursor = fresh.size() > served.size() ? cursor(served, asked) : null;
    return pages.write(FeedOrder.RANK, page, served, cursor, null);
  }

  private @Nullable String cursor(List<FeedItem> served, PageRequest asked) {
    if (asked.shown() + served.size() >= maxSessionItems) {
      return null;
    }
    var items = served.stream().map(pages::original).toList();
    long number = sessions.add(asked.reader(), items, asked.before(), asked.wish().at());
    return seal.text(new Cursor.Ranked(asked.reader(), number));
  }
}
