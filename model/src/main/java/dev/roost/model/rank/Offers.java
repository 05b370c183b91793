package dev.roost.model.rank;

import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.retrieve.Sponsors;
import java.util.HashSet;

/// Finds what sponsors offer for a feed and what may be shown in it: not seen, and safe.
///
/// Only the first page of a feed has slots. Later pages are ranked without knowing what stood above
/// them, so a slot there might stand too near to one before it.
final class Offers {

  private static final int[] NOTHING = {};

  private final ItemTable table;
  private final Sponsors sponsors;
  private final SponsoredSettings settings;
  private final FirstCut firstCut;

  /// @param firstCut whose rules hold for offers, too
  Offers(ItemTable table, Sponsors sponsors, SponsoredSettings settings, FirstCut firstCut) {
    this.table = table;
    this.sponsors = sponsors;
    this.settings = settings;
    this.firstCut = firstCut;
  }

  /// Returns the rows offered, the best offer first, each original once.
  int[] rows(ReaderView reader, FeedQuery query, ShownLately shown) {
    boolean hasSlots = query.scope() == FeedQuery.Scope.FEED && query.occasion().from() == 0;
    if (!settings.areOn() || !hasSlots) {
      return NOTHING;
    }
    var originals = new HashSet<Long>();
    return sponsors.offers(reader, query).stream()
        .mapToLong(item -> table.rowOf(item.value()))
        .filter(row -> row >= 0 && firstCut.admits(reader, query, (int) row, shown))
        .mapToInt(row -> (int) row)
        .filter(row -> originals.add(table.originalId(row)))
        .toArray();
  }
}
