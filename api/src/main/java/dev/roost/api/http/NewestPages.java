package dev.roost.api.http;

import akka.http.javadsl.model.HttpResponse;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Stretch;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Timelines, newest first, page by page.
///
/// A cursor holds places, by time and identifier, so nothing is remembered between pages, and what
/// arrives shifts none of them. A page asks for the newest posts of a stretch and its cursor names
/// the rest of that stretch: places only go down, so paging never repeats and always ends. What
/// came later is another stretch, from the newest place seen to no end; its rest is bounded below
/// by that place, so it ends where the reader had been.
///
/// A post that arrives late, with a time before a place already passed, is not found again by
/// either way.
final class NewestPages {

  private final FeedPages pages;
  private final CursorSeal seal;

  NewestPages(FeedPages pages, CursorSeal seal) {
    this.pages = pages;
    this.seal = seal;
  }

  /// What one request asks for.
  ///
  /// @param seen the newest place read before, null for none
  private record PageRequest(
      UserId reader, int limit, Stretch stretch, @Nullable Place seen, Instant at) {

    /// Returns the query whose answer holds one item more than the page, if there are so many.
    FeedQuery query() {
      return FeedQuery.following(reader, at, limit + 1, stretch);
    }

    boolean isTop() {
      return stretch.before() == null;
    }
  }

  /// Answers with the newest page.
  CompletionStage<HttpResponse> first(UserId reader, int limit, Instant at) {
    return page(new PageRequest(reader, limit, Stretch.ALL, null, at));
  }

  /// Answers with the page below the one that gave the cursor.
  CompletionStage<HttpResponse> older(Cursor.Older cursor, int limit, Instant at) {
    return page(new PageRequest(cursor.reader(), limit, cursor.rest(), cursor.seen(), at));
  }

  /// Answers with the newest page of what came since.
  CompletionStage<HttpResponse> newer(Cursor.Newer cursor, int limit, Instant at) {
    var stretch = new Stretch(null, cursor.seen());
    return page(new PageRequest(cursor.reader(), limit, stretch, cursor.seen(), at));
  }

  private CompletionStage<HttpResponse> page(PageRequest asked) {
    return pages.ask(asked.query()).thenApply(page -> answer(page, asked));
  }

  private HttpResponse answer(FeedPage page, PageRequest asked) {
    var items = page.items();
    boolean isMore = items.size() > asked.limit();
    var served = isMore ? items.subList(0, asked.limit()) : items;
    var end = isMore ? served.getLast().place() : page.rest();
    var top = served.isEmpty() ? end : served.getFirst().place(); // with none left, all down to end
    var seen = asked.isTop() && top != null ? top : asked.seen();
    var newer = seal.text(new Cursor.Newer(asked.reader(), seen));
    return pages.write(FeedOrder.NEWEST, page, served, cursor(asked, end, seen), newer);
  }

  private @Nullable String cursor(PageRequest asked, @Nullable Place end, @Nullable Place seen) {
    if (end == null) {
      return null;
    }
    var rest = new Stretch(end, asked.stretch().after());
    return seal.text(new Cursor.Older(asked.reader(), rest, seen));
  }
}
