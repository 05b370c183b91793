package dev.roost.actors.fanout;

import akka.actor.typed.ActorRef;
import dev.roost.actors.user.UserEntity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The withdrawals that a root has sent, and which wait for branches to confirm them; each is
/// acknowledged once.
final class Withdrawals {

  private record Waiting(
      ActorRef<UserEntity.Reply> replyTo, Set<ActorRef<FanoutBranch.Command>> missing) {}

  private final Map<Long, Waiting> bySequence = new HashMap<>();

  /// Notes a withdrawal.
  ///
  /// @param sequence of its frame
  /// @param branches that are to confirm it
  void begin(
      long sequence,
      Stream<ActorRef<FanoutBranch.Command>> branches,
      ActorRef<UserEntity.Reply> replyTo) {
    var missing = new HashSet<ActorRef<FanoutBranch.Command>>();
    branches.forEach(missing::add);
    bySequence.put(sequence, new Waiting(replyTo, missing));
  }

  /// Returns whether none is to be confirmed.
  boolean isEmpty() {
    return bySequence.isEmpty();
  }

  /// Notes that a branch took a frame in; acknowledges the withdrawal that it carried once all
  /// branches have. Returns whether it did.
  boolean confirm(long sequence, ActorRef<FanoutBranch.Command> by) {
    var waiting = bySequence.get(sequence);
    boolean isLast = waiting != null && waiting.missing().remove(by) && waiting.missing().isEmpty();
    if (isLast) {
      end(sequence);
    }
    return isLast;
  }

  /// Acknowledges a withdrawal, whoever has confirmed it, unless that was done before.
  void end(long sequence) {
    @Nullable Waiting waiting = bySequence.remove(sequence);
    if (waiting != null) {
      waiting.replyTo().tell(new UserEntity.Accepted());
    }
  }
}
