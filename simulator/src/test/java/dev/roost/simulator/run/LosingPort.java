package dev.roost.simulator.run;

import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.ForwardingPort;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Loses every feed from the second day on.
final class LosingPort extends ForwardingPort {

  private static final Instant SECOND_DAY = Instant.parse("2026-01-06T00:00:00Z");

  LosingPort(FeedPort other) {
    super(other);
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return query.at().isBefore(SECOND_DAY)
        ? super.feed(query)
        : CompletableFuture.failedStage(new IllegalStateException("lost"));
  }
}
