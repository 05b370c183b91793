package dev.roost.actors.item;

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
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;

/// One post or repost: whether moderators let it be shown, and how often it was engaged with.
public final class ItemEntity {

  /// The name of the entity type; the entity id is the item's number in decimal.
  public static final EntityTypeKey<Command> TYPE_KEY = EntityTypeKey.create(Command.class, "Item");

  private ItemEntity() {}

  /// Lets sharding start items on this node, all in the same kind of host.
  public static void init(ActorSystem<?> system, Host host, ActorRef<FanoutRoot.Command> root) {
    var settings = ItemSettings.from(system.settings().config().getConfig("roost.item"));
    ClusterSharding.get(system)
        .init(
            Entity.of(TYPE_KEY, entity -> create(entity.getEntityId(), host, root, settings))
                .withSettings(host.settings(ClusterShardingSettings.create(system))));
  }

  /// Returns the way to an item, wherever its entity lives.
  public static EntityRef<Command> of(ClusterSharding sharding, ItemId item) {
    return sharding.entityRefFor(TYPE_KEY, Long.toString(item.value()));
  }

  static Behavior<Command> create(
      String entityId, Host host, ActorRef<FanoutRoot.Command> root, ItemSettings settings) {
    var item = new ItemId(Long.parseLong(entityId));
    return host.behavior(
        TYPE_KEY, entityId, new ItemDecider(item, settings), effect -> perform(effect, root));
  }

  static void perform(ItemEffect effect, ActorRef<FanoutRoot.Command> root) {
    switch (effect) {
      case ItemEffect.Answer(var to, var reply) -> to.tell(reply);
      case ItemEffect.Refuse(var to, var reply) -> to.tell(reply);
      case ItemEffect.ToRoot(var message) -> root.tell(message);
    }
  }

  /// What an item accepts.
  public sealed interface Command extends CborSerializable {}

  /// Takes the item down or lets it be shown again; answered with [UserEntity.Accepted] when every
  /// node has confirmed.
  ///
  /// @param status [ItemStatus#REMOVED] or [ItemStatus#LIVE]; only the author deletes
  /// @param by who decided
  public record Moderate(
      ItemStatus status, String by, String reason, Instant at, ActorRef<UserEntity.Reply> replyTo)
      implements Command {}

  /// Adds engagements; answered with [Counted].
  ///
  /// @param base totals that a recount of the journal found, zero if there was none; what is known
  ///     here rises to them before `delta` is added
  public record Add(ItemCounts base, ItemCounts delta, ActorRef<Reply> replyTo)
      implements Command {}

  /// Asks what is known; answered with [Known].
  public record Inspect(ActorRef<Reply> replyTo) implements Command {}

  /// Has totals stored that are not yet; the host sends it to an item that falls idle.
  public record Settle() implements Command {}

  /// How a command ends.
  public sealed interface Reply extends CborSerializable {}

  /// The totals after an addition.
  public record Counted(ItemId item, ItemCounts totals) implements Reply {}

  /// What moderators decided, and the totals.
  ///
  /// @param by who decided last, empty if nobody
  public record Known(ItemStatus status, String by, String reason, ItemCounts totals)
      implements Reply {}
}
