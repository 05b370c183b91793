package dev.roost.simulator.port;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// A recommender that leaves everything to another; what it does beside or instead, subclasses say.
public abstract class ForwardingPort implements FeedPort {

  private final FeedPort other;

  protected ForwardingPort(FeedPort other) {
    this.other = other;
  }

  @Override
  public CompletionStage<Void> register(UserId user, Profile profile, Instant at) {
    return other.register(user, profile, at);
  }

  @Override
  public CompletionStage<Void> relate(UserId user, RelationChange change, UserId whom, Instant at) {
    return other.relate(user, change, whom, at);
  }

  @Override
  public CompletionStage<Void> publish(Post post) {
    return other.publish(post);
  }

  @Override
  public CompletionStage<Void> delete(UserId author, ItemId item, Instant at) {
    return other.delete(author, item, at);
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return other.feed(query);
  }

  @Override
  public CompletionStage<Void> engage(
      UserId reader, RequestId request, List<Engagement> engagements, Instant at) {
    return other.engage(reader, request, engagements, at);
  }

  @Override
  public Monitors monitors() {
    return other.monitors();
  }

  @Override
  public CompletionStage<TickSummary> barrier(Instant at) {
    return other.barrier(at);
  }

  @Override
  public void close() {
    other.close();
  }
}
