package dev.roost.actors.fanout;

import akka.Done;
import akka.actor.typed.ActorRef;
import dev.roost.model.item.ItemEmbedder;

/// The node's end of the fan-out tree: the one writer of its item table.
public final class FanoutBranch {

  private FanoutBranch() {}

  /// What a branch accepts.
  public sealed interface Command {}

  /// Places every item in a new embedding space; answered when requests may use it.
  public record Install(ItemEmbedder embedder, ActorRef<Done> replyTo) implements Command {}
}
