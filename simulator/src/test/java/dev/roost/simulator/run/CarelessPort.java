package dev.roost.simulator.run;

import dev.roost.model.domain.ItemId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.ForwardingPort;
import java.util.ArrayList;
import java.util.concurrent.CompletionStage;

/// Repeats the first item of each feed at its end, and then invents one.
final class CarelessPort extends ForwardingPort {

  CarelessPort(FeedPort other) {
    super(other);
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return super.feed(query).thenApply(CarelessPort::spoil);
  }

  private static FeedPage spoil(FeedPage page) {
    if (page.items().isEmpty()) {
      return page;
    }
    var items = new ArrayList<>(page.items());
    var first = items.getFirst();
    items.add(first);
    items.add(
        new FeedItem(
            new ItemId(-5),
            first.author(),
            first.at(),
            first.source(),
            first.probability(),
            first.value(),
            0,
            false,
            1));
    return new FeedPage(
        page.request(), page.quality(), page.modelVersion(), page.candidates(), items);
  }
}
