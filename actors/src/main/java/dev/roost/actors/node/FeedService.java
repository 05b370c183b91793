package dev.roost.actors.node;

import dev.roost.actors.fanout.Freshness;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.registry.ModelRegistry;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The ways into a node from outside its actors; safe for any thread.
///
/// A stage fails with a `TimeoutException` when the answer is not known in time: the command may or
/// may not have taken effect.
public interface FeedService {

  /// Opens an account.
  CompletionStage<UserEntity.Reply> register(
      UserId user, String externalId, Profile profile, Instant at);

  /// Changes a relation; a block is also noted with the blocked user before it is answered.
  CompletionStage<UserEntity.Reply> relate(
      UserId user, RelationChange change, UserId other, Instant at);

  /// Publishes a post.
  CompletionStage<UserEntity.Reply> publish(Post post, IdempotencyKey key);

  /// Takes back a post.
  CompletionStage<UserEntity.Reply> delete(UserId author, ItemId item, Instant at);

  /// Reports engagements.
  CompletionStage<UserEntity.Reply> engage(
      UserId reader,
      RequestId request,
      List<Engagement> engagements,
      Instant at,
      IdempotencyKey key);

  /// Asks for an account.
  CompletionStage<UserEntity.Reply> inspect(UserId user);

  /// Asks for a feed.
  CompletionStage<FeedRequest.Reply> feed(FeedQuery query);

  /// Returns a retained post that may be shown.
  Optional<Post> post(ItemId item);

  /// Returns the totals of a retained post.
  Optional<ItemCounts> counts(ItemId item);

  /// Asks for what is known of models.
  CompletionStage<ModelRegistry.Answer> models();

  /// Promotes the challenger or the predecessor; answered when it ranks.
  CompletionStage<ModelRegistry.Answer> promote(String version, Instant at);

  /// Takes back the challenger or the champion; answered when it ranks no more.
  CompletionStage<ModelRegistry.Answer> rollBack(String version, Instant at);

  /// Returns how fast posts become visible on this node.
  Freshness freshness();

  /// Returns why the node cannot serve now, or empty if it is ready.
  Optional<String> notReady();
}
