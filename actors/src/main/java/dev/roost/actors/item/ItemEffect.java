package dev.roost.actors.item;

import akka.actor.typed.ActorRef;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.user.UserEntity;

/// What is to be told once an item's events are stored.
public sealed interface ItemEffect {

  /// Refuses a decision of a moderator.
  record Refuse(ActorRef<UserEntity.Reply> to, UserEntity.Refused reply) implements ItemEffect {}

  /// Answers a question about the item.
  record Answer(ActorRef<ItemEntity.Reply> to, ItemEntity.Reply reply) implements ItemEffect {}

  /// Tells the root of the fan-out tree on this node.
  record ToRoot(FanoutRoot.Command message) implements ItemEffect {}
}
