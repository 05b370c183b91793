package dev.roost.actors.image;

import akka.Done;
import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;

/// What every actor of a node in virtual time accepts besides its own commands.
public sealed interface ImageRequest extends NoSerializationVerificationNeeded {

  /// Asks for the state; answered with [Taken].
  record Take(ActorRef<Taken> replyTo) implements ImageRequest {}

  /// Puts in the state that another of the kind gave; answered when it is there.
  record Restore(Object image, ActorRef<Done> replyTo) implements ImageRequest {}

  /// Answers [Take].
  record Taken(Object image) {}
}
