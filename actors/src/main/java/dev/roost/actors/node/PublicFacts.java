package dev.roost.actors.node;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.roost.actors.fanout.FanoutBranch;
import dev.roost.actors.journal.PublicFact;
import java.util.concurrent.CompletableFuture;

/// Passes the journal's tail on to the branch, and tells when the branch has caught up.
final class PublicFacts {

  private PublicFacts() {}

  /// Returns the behavior.
  ///
  /// @param caughtUp completed once the branch holds every fact that existed at the start: each
  ///     batch was answered before the next was handed over
  static Behavior<PublicFact.Delivery> create(
      ActorRef<FanoutBranch.Command> branch, CompletableFuture<Done> caughtUp) {
    return Behaviors.receiveMessage(
        delivery -> {
          switch (delivery) {
            case PublicFact.Batch batch -> branch.tell(new FanoutBranch.Hear(batch));
            case PublicFact.CaughtUp() -> caughtUp.complete(Done.getInstance());
          }
          return Behaviors.same();
        });
  }
}
