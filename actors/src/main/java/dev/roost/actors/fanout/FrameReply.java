package dev.roost.actors.fanout;

import akka.actor.typed.ActorRef;
import dev.roost.actors.CborSerializable;

/// What a branch tells the root whose frame it took in.
sealed interface FrameReply extends CborSerializable {

  /// Returns the number of the frame.
  long sequence();

  /// Returns the branch that answers.
  ActorRef<FanoutBranch.Command> by();

  /// What the frame carried is in the branch's table, or waits there for the end of the phase.
  record Applied(long sequence, ActorRef<FanoutBranch.Command> by) implements FrameReply {}

  /// All frames up to a barrier are in the table and in every inbox of the node.
  ///
  /// @param deliveries rows appended to inboxes since the barrier before
  record BarrierPassed(long sequence, long deliveries, ActorRef<FanoutBranch.Command> by)
      implements FrameReply {}
}
