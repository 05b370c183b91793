package dev.roost.api.port;

import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.ForwardingPort;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// Notes every feed that a recommender answers.
final class OverheardPort extends ForwardingPort {

  /// Who asked, and when.
  record Asked(UserId reader, Instant at) {}

  private final Map<Asked, FeedPage> feeds;

  /// @param feeds by reader and instant; filled as they are answered
  OverheardPort(FeedPort port, Map<Asked, FeedPage> feeds) {
    super(port);
    this.feeds = feeds;
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return super.feed(query)
        .whenComplete(
            (page, _) -> {
              if (page != null) {
                feeds.put(new Asked(query.reader(), query.at()), page);
              }
            });
  }
}
