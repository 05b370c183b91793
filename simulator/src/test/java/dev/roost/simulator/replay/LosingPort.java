package dev.roost.simulator.replay;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.ForwardingPort;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A recommender that loses every engagement.
final class LosingPort extends ForwardingPort {

  LosingPort(FeedPort other) {
    super(other);
  }

  @Override
  public CompletionStage<Void> engage(
      UserId reader, RequestId request, List<Engagement> engagements, Instant at) {
    return CompletableFuture.failedStage(new IllegalArgumentException("lost an engagement"));
  }
}
