package dev.roost.actors.feed;

import dev.roost.model.domain.RequestId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemTable;
import dev.roost.model.rank.SafetyFilter;
import java.util.List;
import java.util.Optional;

/// Feeds that can be answered without ranking.
final class Fallback {

  private Fallback() {}

  /// Returns the reader's last full answer, else the in-network rows newest first, else a refusal.
  static FeedRequest.Reply answer(
      RequestId id, FeedDesk.Assemble job, Optional<FeedPage> last, ItemTable table) {
    var remembered =
        last.map(page -> page.items().stream().filter(item -> isSafe(item, job, table)).toList())
            .orElse(List.of());
    if (!remembered.isEmpty()) {
      return new FeedRequest.Served(
          new FeedPage(
              id,
              Quality.LAST_SCORES,
              last.orElseThrow().modelVersion(),
              remembered.size(),
              remembered.stream().limit(job.query().limit()).toList()));
    }
    var newest = UnrankedFeed.items(job, table);
    return newest.isEmpty()
        ? new FeedRequest.Unavailable("ranking is late and nothing in-network is at hand")
        : new FeedRequest.Served(
            new FeedPage(id, Quality.CHRONOLOGICAL, "", newest.size(), newest));
  }

  /// Returns whether an item may be shown; not a sponsored one, whose slot was of another feed.
  private static boolean isSafe(FeedItem item, FeedDesk.Assemble job, ItemTable table) {
    return item.source() != Source.SPONSORED
        && SafetyFilter.admits(table, job.reader().relations(), item.item());
  }
}
