package dev.roost.api.http;

import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Whom the users of a node in memory follow, and whom they blocked or muted.
final class FakeRelations {

  private final Map<UserId, Set<UserId>> follows = new HashMap<>();
  private final Map<UserId, Set<UserId>> hidden = new HashMap<>();

  /// Changes how a user stands to another.
  void change(UserId user, RelationChange change, UserId other) {
    var followed = follows.computeIfAbsent(user, _ -> new HashSet<>());
    var unseen = hidden.computeIfAbsent(user, _ -> new HashSet<>());
    switch (change) {
      case FOLLOW -> followed.add(other);
      case UNFOLLOW -> followed.remove(other);
      case BLOCK, MUTE -> unseen.add(other);
      case UNBLOCK, UNMUTE -> unseen.remove(other);
    }
  }

  /// Returns whom a user follows.
  Set<UserId> followedBy(UserId user) {
    return follows.getOrDefault(user, Set.of());
  }

  /// Returns whom a user blocked or muted.
  Set<UserId> hiddenFrom(UserId user) {
    return hidden.getOrDefault(user, Set.of());
  }
}
