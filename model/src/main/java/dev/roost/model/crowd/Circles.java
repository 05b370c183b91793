package dev.roost.model.crowd;

import dev.roost.model.domain.RelationChange;
import dev.roost.model.reader.Relations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/// Whom those follow whom a reader follows: friends of friends.
///
/// Of each user the [#MOST] newest follows are kept. One writer notes and advances; any number of
/// readers look on, who see what was noted up to the last advance. What different users do between
/// two advances may be noted in any order. Memory: up to 200 bytes a user.
public final class Circles {

  /// Follows that are kept of each user.
  public static final int MOST = 16;

  private static final int FRIENDS = 64; // of the reader, that are looked at
  private static final long[] NOBODY = {};

  private record Noted(long user, RelationChange change, long other) {}

  private final List<Noted> pending = new ArrayList<>();
  private final Map<Long, long[]> follows = new ConcurrentHashMap<>(); // oldest first

  /// Notes that a user's relation to another changed.
  public void note(long user, RelationChange change, long other) {
    switch (change) {
      case FOLLOW, UNFOLLOW, BLOCK -> pending.add(new Noted(user, change, other));
      case UNBLOCK, MUTE, UNMUTE -> {} // no follow begins or ends
    }
  }

  /// Lets readers see what was noted.
  public void advance() {
    for (var noted : pending) {
      long[] before = follows.getOrDefault(noted.user(), NOBODY);
      long[] others = Arrays.stream(before).filter(other -> other != noted.other()).toArray();
      follows.put(
          noted.user(),
          noted.change() == RelationChange.FOLLOW ? appended(others, noted.other()) : others);
    }
    pending.clear();
  }

  private static long[] appended(long[] others, long newest) {
    int kept = Math.min(others.length, MOST - 1);
    var all = Arrays.copyOfRange(others, others.length - kept, others.length + 1);
    all[kept] = newest;
    return all;
  }

  /// Returns the authors whom most of a reader's friends follow and the reader does not, the most
  /// followed first; ties go to the smaller identifier. O(n log n) for n <= 16 · 64 follows
  /// of the friends looked at.
  ///
  /// @param limit most authors returned; at least 0
  public long[] friendsOfFriends(long reader, Relations relations, int limit) {
    var found = new long[FRIENDS * MOST];
    int size = 0;
    int count = relations.followCount();
    int step = Math.max(1, count / FRIENDS); // spread over all of them
    for (int i = 0, seen = 0; i < count && seen < FRIENDS; i += step, seen++) {
      long[] theirs = follows.getOrDefault(relations.follow(i), NOBODY);
      System.arraycopy(theirs, 0, found, size, theirs.length);
      size += theirs.length;
    }
    Arrays.sort(found, 0, size);
    return mostOften(
        found,
        size,
        author -> author != reader && !relations.follows(author) && !relations.hides(author),
        limit);
  }

  /// Returns the wanted authors that were found most often; ties go to the smaller identifier.
  ///
  /// @param found ascending in `[0, size)`, each at most [#FRIENDS] times
  private static long[] mostOften(long[] found, int size, LongPredicate isWanted, int limit) {
    var runs = new int[FRIENDS + 2]; // by how often, then where the next of them goes
    for (int from = 0, to; from < size; from = to) {
      to = end(found, size, from);
      runs[FRIENDS - (to - from) + 1]++;
    }
    for (int i = 1; i < runs.length; i++) {
      runs[i] += runs[i - 1];
    }
    var sorted = new long[runs[FRIENDS + 1]];
    for (int from = 0, to; from < size; from = to) {
      to = end(found, size, from);
      sorted[runs[FRIENDS - (to - from)]++] = found[from];
    }
    return Arrays.stream(sorted).filter(isWanted).limit(limit).toArray();
  }

  private static int end(long[] found, int size, int from) {
    int to = from + 1;
    while (to < size && found[to] == found[from]) {
      to++;
    }
    return to;
  }
}
