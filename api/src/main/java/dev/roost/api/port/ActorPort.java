package dev.roost.api.port;

import dev.roost.actors.fanout.Freshness;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.node.Barrier;
import dev.roost.actors.node.FeedService;
import dev.roost.actors.node.RoostNode;
import dev.roost.actors.user.IdempotencyKey;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.drift.DriftWatch;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.image.GraphCodec;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.PipelineFault;
import dev.roost.simulator.port.TickSummary;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Drives a node of this JVM: every refusal of the actors fails the run, and so does its end.
public final class ActorPort implements FeedPort {

  private final RoostNode node;
  private final FeedService service;
  private final Barrier barrier;
  private final CompletionStage<?> end;

  ActorPort(RoostNode node) {
    this.node = node;
    service = node.service();
    barrier = node.barrier();
    end = node.system().getWhenTerminated().thenAccept(_ -> fail());
  }

  @Override
  public CompletionStage<Void> register(UserId user, Profile profile, Instant at) {
    return accepted(service.register(user, user.toString(), profile, at));
  }

  @Override
  public CompletionStage<Void> relate(
      UserId user, RelationChange change, UserId other, Instant at) {
    return accepted(service.relate(user, change, other, at));
  }

  @Override
  public CompletionStage<Void> publish(Post post) {
    return accepted(service.publish(post, IdempotencyKey.NONE));
  }

  @Override
  public CompletionStage<Void> delete(UserId author, ItemId item, Instant at) {
    return accepted(service.delete(author, item, at));
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return unlessEnded(service.feed(query))
        .thenApply(
            reply ->
                switch (reply) {
                  case FeedRequest.Served(var page) -> page;
                  case FeedRequest.UnknownReader _ ->
                      throw new IllegalStateException("no account: " + query.reader());
                  case FeedRequest.Unavailable(var why) -> throw new IllegalStateException(why);
                });
  }

  @Override
  public CompletionStage<Void> engage(
      UserId reader, RequestId request, List<Engagement> engagements, Instant at) {
    return accepted(service.engage(reader, request, engagements, at, IdempotencyKey.NONE));
  }

  @Override
  public CompletionStage<Void> impair(List<PipelineFault> faults) {
    var translated = faults.stream().map(Translation::of).toList();
    return unlessEnded(CompletableFuture.runAsync(() -> node.impair(translated), Runnable::run));
  }

  @Override
  public Monitors monitors() {
    return new Monitors(DriftWatch.MONITORS, node.drift().warmUp());
  }

  @Override
  public CompletionStage<TickSummary> barrier(Instant at) {
    return unlessEnded(barrier.pass(at)).thenApply(passed -> Summaries.of(at, passed));
  }

  @Override
  public CompletionStage<Void> save(OutputStream to) {
    return unlessEnded(node.image()).thenAcceptAsync(image -> codec().write(image, to));
  }

  /// Returns how nodes are written; none of them measures how fresh its posts are.
  static GraphCodec codec() {
    return new GraphCodec().giving(Freshness.class, Freshness.unmeasured());
  }

  /// Makes feeds ahead for readers who are away, a batch of them; never happens by itself here.
  public CompletionStage<?> precompute(Instant at) {
    return unlessEnded(node.precompute(at));
  }

  private CompletionStage<Void> accepted(CompletionStage<UserEntity.Reply> answer) {
    return unlessEnded(answer)
        .thenAccept(
            reply -> {
              if (!(reply instanceof UserEntity.Accepted)) {
                throw new IllegalStateException("refused: " + reply);
              }
            });
  }

  /// Fails an answer that is awaited when the node ends: with it end the timers that would have
  /// given up.
  @SuppressWarnings("unchecked") // the end brings a failure and never a value
  private <T> CompletionStage<T> unlessEnded(CompletionStage<T> answer) {
    return answer.applyToEither((CompletionStage<T>) end, Function.identity());
  }

  private static void fail() {
    throw new IllegalStateException("the node ended; its log says why");
  }

  @Override
  public void close() {
    node.close();
  }
}
