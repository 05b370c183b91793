package dev.roost.simulator.world;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// Creators weighted by fame, in groups. O(creators) space, whatever the number of groups.
final class Urn {

  private final int[] start; // by group; the creators of one stand together
  private final int[] users;
  private final double[] upTo; // sums of fame within the group

  /// @param group of a user, in `[0, groups)`
  Urn(Creators creators, int groups, IntUnaryOperator group) {
    this.start = new int[groups + 1];
    this.users = new int[creators.count()];
    this.upTo = new double[creators.count()];
    for (int creator = 0; creator < creators.count(); creator++) {
      start[group.applyAsInt(creators.user(creator)) + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] at = start.clone();
    for (int creator = 0; creator < creators.count(); creator++) {
      int user = creators.user(creator);
      int here = group.applyAsInt(user);
      int place = at[here]++;
      users[place] = user;
      upTo[place] = creators.fame(creator) + (place > start[here] ? upTo[place - 1] : 0);
    }
  }

  boolean isEmpty(int group) {
    return start[group] == start[group + 1];
  }

  /// Returns a creator of a group that is not empty. O(log creators).
  int at(int group, double uniform) {
    int end = start[group + 1];
    int place = Arrays.binarySearch(upTo, start[group], end, uniform * upTo[end - 1]);
    return users[Math.min(end - 1, place < 0 ? -place - 1 : place + 1)];
  }
}
