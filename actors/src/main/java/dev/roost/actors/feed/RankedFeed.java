package dev.roost.actors.feed;

import static java.util.Objects.requireNonNull;

import dev.roost.actors.learn.ServedFeed;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.RequestId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Quality;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A feed in its final order, and what of it is logged as served.
public record RankedFeed(FeedPage page, ServedFeed log) {

  public RankedFeed {
    requireNonNull(page);
    requireNonNull(log);
  }

  /// Returns this feed as the answer to a later request, without what may not be shown any more;
  /// features and what was foretold stay those of the instant at which it was ranked.
  RankedFeed answering(RequestId request, FeedQuery query, Predicate<ItemId> mayBeShown) {
    int[] places =
        IntStream.range(0, page.items().size())
            .filter(place -> mayBeShown.test(page.items().get(place).item()))
            .limit(query.limit())
            .toArray();
    var items = Arrays.stream(places).mapToObj(page.items()::get).toList();
    return new RankedFeed(
        new FeedPage(request, Quality.PRECOMPUTED, page.modelVersion(), page.candidates(), items),
        log.answering(request, query.at(), places));
  }
}
