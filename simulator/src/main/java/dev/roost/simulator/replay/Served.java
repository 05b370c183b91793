package dev.roost.simulator.replay;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.roost.model.domain.ItemId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import java.util.List;
import java.util.Map;

/// The places and odds of some items in an answered feed.
///
/// The share of an item is its odds over the sum of all odds: the probability that it is the one
/// engaged with, given that exactly one is and that the model is right. Without a model all shares
/// are equal.
final class Served {

  private static final double SMALLEST = 1e-12;

  private final FeedPage page;
  private final Map<ItemId, Integer> places;
  private final double sum;

  private Served(FeedPage page, Map<ItemId, Integer> places, double sum) {
    this.page = page;
    this.places = places;
    this.sum = sum;
  }

  static Served of(FeedPage page, List<ItemId> items) {
    var places = items.stream().collect(toMap(identity(), _ -> -1));
    double sum = 0;
    for (int place = 0; place < page.items().size(); place++) {
      var item = page.items().get(place);
      places.replace(item.item(), place);
      sum += odds(item);
    }
    return new Served(page, places, sum);
  }

  private static double odds(FeedItem item) {
    double p = Double.isNaN(item.probability()) ? 0.5 : item.probability();
    return Math.max(p, SMALLEST) / Math.max(1 - p, SMALLEST);
  }

  /// Returns the place of one of the items, counted from 0; -1 if it was not served.
  int place(ItemId item) {
    return places.getOrDefault(item, -1);
  }

  /// Returns what the feed made of one of the items; an item that is missing counts as last.
  Answer answer(ItemId item, int candidates) {
    int place = place(item);
    return place < 0
        ? new Answer(candidates, candidates, SMALLEST)
        : new Answer(
            candidates,
            Math.min(place + 1, candidates),
            Math.max(SMALLEST, odds(page.items().get(place)) / sum));
  }
}
