package dev.roost.actors.user;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.cluster.sharding.typed.ClusterShardingSettings;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.sharding.typed.javadsl.EntityRef;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import dev.roost.actors.CborSerializable;
import dev.roost.actors.entity.Host;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import java.time.Instant;
import java.util.List;

/// One user: reader and author. Owns the profile, relations, own posts and engagements.
public final class UserEntity {

  /// The name of the entity type; the entity id is the user's number in decimal.
  public static final EntityTypeKey<Command> TYPE_KEY = EntityTypeKey.create(Command.class, "User");

  private UserEntity() {}

  /// Lets sharding start users on this node, all in the same kind of host.
  public static void init(ActorSystem<?> system, Host host, UserLinks links) {
    var settings = UserSettings.from(system.settings().config().getConfig("roost.user"));
    ClusterSharding.get(system)
        .init(
            Entity.of(TYPE_KEY, entity -> create(entity.getEntityId(), host, links, settings))
                .withSettings(host.settings(ClusterShardingSettings.create(system))));
  }

  /// Returns the way to a user, wherever its entity lives.
  public static EntityRef<Command> of(ClusterSharding sharding, UserId user) {
    return sharding.entityRefFor(TYPE_KEY, Long.toString(user.value()));
  }

  static Behavior<Command> create(
      String entityId, Host host, UserLinks links, UserSettings settings) {
    var user = new UserId(Long.parseLong(entityId));
    return host.behavior(
        TYPE_KEY, entityId, new UserDecider(user, settings), new LinkedUser(user, links));
  }

  /// What a user accepts; each that has somewhere to reply to is answered once.
  public sealed interface Command extends CborSerializable {}

  /// Opens the account. Opening it again under the same name changes nothing and succeeds.
  public record Register(String externalId, Profile profile, Instant at, ActorRef<Reply> replyTo)
      implements Command {}

  /// Changes how this user stands to another; answered when the partition has been told.
  public record Relate(RelationChange change, UserId other, Instant at, ActorRef<Reply> replyTo)
      implements Command {}

  /// Notes that another user began or ceased to block this one.
  public record NoteBlockedBy(UserId by, boolean blocked, Instant at, ActorRef<Reply> replyTo)
      implements Command {}

  /// Publishes a post or repost of this user.
  public record Publish(Post post, IdempotencyKey key, ActorRef<Reply> replyTo)
      implements Command {}

  /// Takes back a post; answered when every node has confirmed that it is not shown any more.
  public record Delete(ItemId item, Instant at, ActorRef<Reply> replyTo) implements Command {}

  /// Reports what the reader did; `request` is 0 when no served feed is cited.
  public record Engage(
      RequestId request,
      List<Engagement> engagements,
      Instant at,
      IdempotencyKey key,
      ActorRef<Reply> replyTo)
      implements Command {
    public Engage {
      engagements = List.copyOf(engagements);
    }
  }

  /// Asks for a feed; forwarded to the reader's partition, answered by the feed request.
  public record ReadFeed(FeedQuery query, ActorRef<FeedRequest.Reply> replyTo) implements Command {}

  /// Has what this user's next feed can be made from brought to the node's feed desk; not answered.
  public record PrepareFeed(FeedQuery query) implements Command {}

  /// Asks for the account.
  public record Inspect(ActorRef<Reply> replyTo) implements Command {}

  /// How a command ends.
  public sealed interface Reply extends CborSerializable {}

  /// The command took effect, now or when it was first sent.
  public record Accepted() implements Reply {}

  /// Answers [Inspect].
  public record Account(
      String externalId, Profile profile, Instant since, int follows, int posts, int engagements)
      implements Reply {}

  /// The user has no account.
  public record NotRegistered() implements Reply {}

  /// The identifier belongs to another name.
  public record IdTaken(String externalId) implements Reply {}

  /// The user has no such post.
  public record NoSuchPost(ItemId item) implements Reply {}

  /// The idempotency key was used for another request.
  public record KeyReused() implements Reply {}

  /// Too many posts wait to be delivered: nothing of the command is stored, and the same one may
  /// succeed later. A repeated [Publish] may get this answer even if the first took effect.
  public record Busy() implements Reply {}

  /// The command can never succeed as it is; `why` says what to change.
  public record Refused(String why) implements Reply {}
}
