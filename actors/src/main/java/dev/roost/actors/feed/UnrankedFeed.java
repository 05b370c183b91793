package dev.roost.actors.feed;

import dev.roost.actors.fanout.InNetwork;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemTable;
import dev.roost.model.rank.SafetyFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In-network rows as a feed that nobody ranked: pushed and pulled merged by time and identifier,
/// then through the safety filter with the relations of this very request.
///
/// Takes O(rows) time.
final class UnrankedFeed {

  private final ItemTable table;
  private final InNetwork rows;
  private final List<FeedItem> items = new ArrayList<>();
  private int pushed;
  private int pulled;
  private @Nullable Place reached; // the oldest place looked at, of a row still retained

  private UnrankedFeed(FeedDesk.Assemble job, ItemTable table) {
    this.table = table;
    rows = job.inNetwork();
    while (items.size() < job.query().limit() && looked() < found()) {
      next(job);
    }
  }

  /// Returns the newest rows that may be shown, at most as many as the query wants.
  static List<FeedItem> items(FeedDesk.Assemble job, ItemTable table) {
    return List.copyOf(new UnrankedFeed(job, table).items);
  }

  /// Returns the part of a timeline that a query asks for.
  ///
  /// Where the partition found as many rows as were wanted there may be more, though the filter
  /// left fewer; the page says where they begin.
  static FeedPage timeline(RequestId id, FeedDesk.Assemble job, ItemTable table) {
    var newest = new UnrankedFeed(job, table);
    boolean mayGoOn = newest.found() >= job.query().limit();
    return new FeedPage(
        id,
        Quality.CHRONOLOGICAL,
        "",
        newest.found(),
        newest.items,
        mayGoOn ? newest.reached : null);
  }

  private int found() {
    return rows.pushedCount() + rows.pulledCount();
  }

  private int looked() {
    return pushed + pulled;
  }

  private void next(FeedDesk.Assemble job) {
    boolean push = isPushNext();
    int row = push ? rows.pushed(pushed++) : rows.pulled(pulled++);
    var item = item(row, push ? Source.FOLLOWED_PUSH : Source.FOLLOWED_PULL);
    if (!table.isRetained(row) || !job.query().stretch().holds(item.place())) {
      return; // what was read, now or when the row was found, belonged to another row
    }
    reached = item.place();
    if (SafetyFilter.admits(table, job.reader().relations(), row, item.item().value())) {
      items.add(item);
    }
  }

  private boolean isPushNext() {
    if (pushed == rows.pushedCount() || pulled == rows.pulledCount()) {
      return pushed < rows.pushedCount();
    }
    return place(rows.pulled(pulled)).isOlderThan(place(rows.pushed(pushed)));
  }

  private Place place(int row) {
    return new Place(table.atMillis(row), table.id(row));
  }

  private FeedItem item(int row, Source source) {
    return new FeedItem(
        new ItemId(table.id(row)),
        new UserId(table.author(row)),
        Instant.ofEpochMilli(table.atMillis(row)),
        source,
        Double.NaN,
        Double.NaN,
        items.size(),
        false,
        1);
  }
}
