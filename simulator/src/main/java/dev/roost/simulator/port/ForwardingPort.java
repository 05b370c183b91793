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
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// A recommender that leaves everything to another; what it does beside or instead, subclasses say.
public abstract class ForwardingPort implements FeedPort {

  private final FeedPort port;

  protected ForwardingPort(FeedPort port) {
    this.port = port;
  }

  @Override
  public CompletionStage<Void> register(UserId user, Profile profile, Instant at) {
    return port.register(user, profile, at);
  }

  @Override
  public CompletionStage<Void> relate(UserId user, RelationChange change, UserId whom, Instant at) {
    return port.relate(user, change, whom, at);
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
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return port.feed(query);
  }

  @Override
  public CompletionStage<Void> engage(
      UserId reader, RequestId request, List<Engagement> engagements, Instant at) {
    return port.engage(reader, request, engagements, at);
  }

  @Override
  public CompletionStage<Void> impair(List<PipelineFault> faults) {
    return port.impair(faults);
  }

  @Override
  public Monitors monitors() {
    return port.monitors();
  }

  @Override
  public CompletionStage<TickSummary> barrier(Instant at) {
    return port.barrier(at);
  }

  @Override
  public CompletionStage<Void> save(OutputStream to) {
    return port.save(to);
  }

  @Override
  public void close() {
    port.close();
  }
}
