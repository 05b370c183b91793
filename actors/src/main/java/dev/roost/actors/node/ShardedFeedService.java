package dev.roost.actors.node;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Scheduler;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.EntityRef;
import dev.roost.actors.fanout.Freshness;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.registry.ModelRegistry;
import dev.roost.actors.registry.ModelTrials;
import dev.roost.actors.user.IdempotencyKey;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reaches users' entities through Cluster Sharding, and the node's own item table.
final class ShardedFeedService implements FeedService {

  private final ClusterSharding sharding;
  private final ItemTable table;
  private final ActorRef<ModelTrials.Command> trials;
  private final Scheduler scheduler;
  private final Freshness freshness;
  private final Supplier<Optional<String>> notReady;
  private final Duration timeout;

  ShardedFeedService(
      ClusterSharding sharding,
      ItemTable table,
      ActorRef<ModelTrials.Command> trials,
      Scheduler scheduler,
      Freshness freshness,
      Supplier<Optional<String>> notReady,
      Duration timeout) {
    this.sharding = sharding;
    this.table = table;
    this.trials = trials;
    this.scheduler = scheduler;
    this.freshness = freshness;
    this.notReady = notReady;
    this.timeout = timeout;
  }

  @Override
  public CompletionStage<UserEntity.Reply> register(
      UserId user, String externalId, Profile profile, Instant at) {
    return ask(user, replyTo -> new UserEntity.Register(externalId, profile, at, replyTo));
  }

  @Override
  public CompletionStage<UserEntity.Reply> relate(
      UserId user, RelationChange change, UserId other, Instant at) {
    CompletionStage<UserEntity.Reply> own =
        ask(user, replyTo -> new UserEntity.Relate(change, other, at, replyTo));
    return switch (change) {
      case FOLLOW, UNFOLLOW, MUTE, UNMUTE -> own;
      case BLOCK -> own.thenCompose(reply -> noteBlock(reply, user, other, true, at));
      case UNBLOCK -> own.thenCompose(reply -> noteBlock(reply, user, other, false, at));
    };
  }

  /// Tells the other side of a block; an account that does not exist needs no telling.
  private CompletionStage<UserEntity.Reply> noteBlock(
      UserEntity.Reply reply, UserId user, UserId other, boolean blocked, Instant at) {
    if (!(reply instanceof UserEntity.Accepted)) {
      return CompletableFuture.completedFuture(reply);
    }
    return ask(other, replyTo -> new UserEntity.NoteBlockedBy(user, blocked, at, replyTo))
        .thenApply(noted -> noted instanceof UserEntity.NotRegistered ? reply : noted);
  }

  @Override
  public CompletionStage<UserEntity.Reply> publish(Post post, IdempotencyKey key) {
    return ask(post.author(), replyTo -> new UserEntity.Publish(post, key, replyTo));
  }

  @Override
  public CompletionStage<UserEntity.Reply> delete(UserId author, ItemId item, Instant at) {
    return ask(author, replyTo -> new UserEntity.Delete(item, at, replyTo));
  }

  @Override
  public CompletionStage<UserEntity.Reply> engage(
      UserId reader,
      RequestId request,
      List<Engagement> engagements,
      Instant at,
      IdempotencyKey key) {
    return ask(reader, replyTo -> new UserEntity.Engage(request, engagements, at, key, replyTo));
  }

  @Override
  public CompletionStage<UserEntity.Reply> inspect(UserId user) {
    return ask(user, UserEntity.Inspect::new);
  }

  @Override
  public CompletionStage<FeedRequest.Reply> feed(FeedQuery query) {
    return entity(query.reader())
        .ask((ActorRef<FeedRequest.Reply> to) -> new UserEntity.ReadFeed(query, to), timeout);
  }

  @Override
  public Optional<Post> post(ItemId item) {
    long row = table.rowOf(item.value());
    return row >= 0 && table.isLive((int) row) ? table.post(item) : Optional.empty();
  }

  @Override
  public Optional<ItemCounts> counts(ItemId item) {
    long row = table.rowOf(item.value());
    return row < 0 ? Optional.empty() : Optional.of(table.counts((int) row));
  }

  @Override
  public CompletionStage<ModelRegistry.Answer> models() {
    return order(ModelRegistry.Inspect::new);
  }

  @Override
  public CompletionStage<ModelRegistry.Answer> promote(String version, Instant at) {
    return order(replyTo -> new ModelRegistry.Promote(version, at, replyTo));
  }

  @Override
  public CompletionStage<ModelRegistry.Answer> rollBack(String version, Instant at) {
    return order(replyTo -> new ModelRegistry.Rollback(version, at, replyTo));
  }

  private CompletionStage<ModelRegistry.Answer> order(ModelRegistry.Question question) {
    return AskPattern.ask(
        trials, replyTo -> new ModelTrials.Order(question, replyTo), timeout, scheduler);
  }

  @Override
  public Freshness freshness() {
    return freshness;
  }

  @Override
  public Optional<String> notReady() {
    return notReady.get();
  }

  private CompletionStage<UserEntity.Reply> ask(
      UserId user, Function<ActorRef<UserEntity.Reply>, UserEntity.Command> command) {
    return entity(user).ask(command::apply, timeout);
  }

  private EntityRef<UserEntity.Command> entity(UserId user) {
    return sharding.entityRefFor(UserEntity.TYPE_KEY, Long.toString(user.value()));
  }
}
