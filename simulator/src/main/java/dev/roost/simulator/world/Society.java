package dev.roost.simulator.world;

import dev.roost.model.domain.RelationChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How people's relations change: what they decided while reading, and what drifts made them do.
public final class Society {

  /// Somebody who changes how they stand to another.
  public record Change(int user, RelationChange change, int other) {}

  private final FollowGraph follows;
  private final Set<Long> blocked = new HashSet<>(); // asked for membership only
  private List<Change> decided = new ArrayList<>();

  Society(FollowGraph follows) {
    this.follows = follows;
  }

  /// Lets somebody decide to change a relation before the next tick.
  public void decide(int user, RelationChange change, int other) {
    decided.add(new Change(user, change, other));
  }

  /// Lets what was decided since the last call happen, and returns what changed anything, in order
  /// of decision.
  public List<Change> happen() {
    var happened = new ArrayList<Change>();
    for (var each : decided) {
      if (happens(each)) {
        happened.add(each);
      }
    }
    decided = new ArrayList<>();
    return happened;
  }

  private boolean happens(Change decision) {
    int user = decision.user();
    int other = decision.other();
    return switch (decision.change()) {
      case FOLLOW -> user != other && !isBlocked(user, other) && follows.add(user, other);
      case UNFOLLOW -> follows.remove(user, other);
      case BLOCK -> {
        follows.remove(user, other);
        follows.remove(other, user);
        yield blocked.add(key(user, other));
      }
      case UNBLOCK, MUTE, UNMUTE ->
          throw new IllegalArgumentException("nobody does that here: " + decision);
    };
  }

  /// Returns whether either of the two blocked the other.
  public boolean isBlocked(int user, int other) {
    return !blocked.isEmpty()
        && (blocked.contains(key(user, other)) || blocked.contains(key(other, user)));
  }

  private static long key(int user, int other) {
    return (long) user << 32 | other;
  }
}
