package dev.roost.simulator.run;

import java.util.Arrays;

/// What readers remember: the items they saw.
final class Memory {

  private final int[][] seen;
  private final int[] seenCount;

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
}
