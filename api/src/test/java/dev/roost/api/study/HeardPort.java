package dev.roost.api.study;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.TickSummary;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// A port that is listened to.
record HeardPort(FeedPort port, Listener listener) implements FeedPort {

  /// Hears from any thread.
  interface Listener {

    void answered(FeedQuery query, FeedPage page);

    void engaged(List<Engagement> engagements, Instant at);
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return port.feed(query)
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
    return port.engage(reader, request, engagements, at);
  }

  @Override
  public CompletionStage<Void> register(UserId user, Profile profile, Instant at) {
    return port.register(user, profile, at);
  }

  @Override
  public CompletionStage<Void> relate(
      UserId user, RelationChange change, UserId other, Instant at) {
    return port.relate(user, change, other, at);
  }

  @Override
  public CompletionStage<Void> publish(Post post) {
    return port.publish(post);
  }

  @Override
  public CompletionStage<Void> delete(UserId author, ItemId item, Instant at) {
    return port.delete(author, item, at);
  }

  @Override
  public CompletionStage<TickSummary> barrier(Instant at) {
    return port.barrier(at);
  }

  @Override
  public Monitors monitors() {
    return port.monitors();
  }

  @Override
  public void close() {
    port.close();
  }
}
