package dev.roost.actors.fanout;

import akka.actor.typed.ActorRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/// The phases that a root has ended, and which wait for branches to pass their barrier.
///
/// Who asked may have given up: of more than a limit the eldest are forgotten. An answer may be
/// lost: a branch that has passed a barrier has passed those before it.
final class Flushes {

  private static final class Flush {
    private final ActorRef<FanoutRoot.Flushed> replyTo;
    private final Set<ActorRef<FanoutBranch.Command>> missing;
    private long deliveries;

    private Flush(
        ActorRef<FanoutRoot.Flushed> replyTo, Set<ActorRef<FanoutBranch.Command>> missing) {
      this.replyTo = replyTo;
      this.missing = missing;
    }
  }

  private final int most;
  private final TreeMap<Long, Flush> bySequence = new TreeMap<>();

  /// Returns no flushes.
  ///
  /// @param most that may wait
  Flushes(int most) {
    this.most = most;
  }

  /// Notes that a barrier was sent.
  ///
  /// @param sequence of its frame
  /// @param awaited branches that are to pass it; if none, nobody is ever answered
  void begin(
      long sequence,
      Collection<ActorRef<FanoutBranch.Command>> awaited,
      ActorRef<FanoutRoot.Flushed> replyTo) {
    if (!awaited.isEmpty()) {
      bySequence.put(sequence, new Flush(replyTo, new HashSet<>(awaited)));
    }
    if (bySequence.size() > most) {
      bySequence.pollFirstEntry();
    }
  }

  /// Notes that a branch has passed a barrier; answers what all that are awaited have passed.
  void pass(long sequence, long deliveries, ActorRef<FanoutBranch.Command> by) {
    var flush = bySequence.get(sequence);
    if (flush != null) {
      flush.deliveries += deliveries;
    }
    for (var passed = bySequence.headMap(sequence, true).values().iterator(); passed.hasNext(); ) {
      var each = passed.next();
      each.missing.remove(by);
      if (each.missing.isEmpty()) {
        passed.remove();
        each.replyTo.tell(new FanoutRoot.Flushed(each.deliveries));
      }
    }
  }

  /// Returns how many wait.
  int size() {
    return bySequence.size();
  }
}
