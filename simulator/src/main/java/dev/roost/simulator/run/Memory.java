package dev.roost.simulator.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What readers remember: the items they saw and the authors they blocked.
final class Memory {

  /// A reader who will block an author before the next tick.
  record Block(int reader, int author) {}

  private final int[][] seen;
  private final int[] seenCount;
  private final Set<Long> blocked = new HashSet<>(); // asked for membership only
  private List<Block> decided = new ArrayList<>();

  Memory(int users) {
    this.seen = new int[users][];
    this.seenCount = new int[users];
    Arrays.fill(seen, new int[0]);
  }

  /// Remembers an item that was on a reader's screen; items before `oldest` may be forgotten.
  void see(int user, int item, int oldest) {
    if (seenCount[user] == seen[user].length) {
      forget(user, oldest);
      seen[user] = Arrays.copyOf(seen[user], Math.max(16, 2 * seenCount[user]));
    }
    seen[user][seenCount[user]++] = item;
  }

  private void forget(int user, int oldest) {
    int kept = 0;
    for (int i = 0; i < seenCount[user]; i++) {
      if (seen[user][i] >= oldest) {
        seen[user][kept++] = seen[user][i];
      }
    }
    seenCount[user] = kept;
  }

  /// Writes `mark` into `marks` at each item that a reader saw and may still be live.
  void markSeen(int user, int[] marks, int mark) {
    for (int i = 0; i < seenCount[user]; i++) {
      marks[seen[user][i]] = mark;
    }
  }

  /// Returns up to `most` items that a reader saw last and that are still remembered, oldest first.
  int[] lastSeen(int user, int most) {
    return Arrays.copyOfRange(seen[user], Math.max(0, seenCount[user] - most), seenCount[user]);
  }

  /// Remembers that a reader will block an author.
  void decide(int reader, int author) {
    if (!isBlocked(reader, author)) {
      decided.add(new Block(reader, author));
    }
  }

  /// Lets the blocks decided since the last call happen, and returns them in order of decision.
  List<Block> happen() {
    var happening = decided;
    decided = new ArrayList<>();
    for (var block : happening) {
      blocked.add(key(block.reader(), block.author()));
    }
    return happening;
  }

  /// Returns whether either of the two blocked the other.
  boolean isBlocked(int user, int other) {
    return !blocked.isEmpty()
        && (blocked.contains(key(user, other)) || blocked.contains(key(other, user)));
  }

  private static long key(int user, int other) {
    return (long) user << 32 | other;
  }
}
