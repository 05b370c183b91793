package dev.roost.api.study;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.ForwardingPort;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// A port that is listened to.
final class HeardPort extends ForwardingPort {

  /// Hears from any thread.
  interface Listener {

    void answered(FeedQuery query, FeedPage page);

    void engaged(List<Engagement> engagements, Instant at);
  }

  private final Listener listener;

  HeardPort(FeedPort port, Listener listener) {
    super(port);
    this.listener = listener;
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return super.feed(query)
        .thenApply(
            page -> {
              listener.answered(query, page);
              return page;
            });
  }

  @Override
  public CompletionStage<Void> engage(
      UserId reader, RequestId request, List<Engagement> engagements, Instant at) {
    listener.engaged(engagements, at);
    return super.engage(reader, request, engagements, at);
  }
}
