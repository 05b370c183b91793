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
  /// followed first; ties go to the smaller identifier. O(f · 16) for the f <= 64 friends looked
  /// at.
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

  /// Returns the authors found most often; ties go to the smaller identifier.
  ///
  /// @param found ascending in `[0, size)`
  private static long[] mostOften(long[] found, int size, LongPredicate isWanted, int limit) {
    var ends = new int[size]; // of runs of one author
    var times = new int[size];
    int runs = 0;
    int most = 0;
    for (int from = 0, to; from < size; from = to) {
      for (to = from + 1; to < size && found[to] == found[from]; to++) {}
      ends[runs] = to;
      times[runs++] = to - from;
      most = Math.max(most, to - from);
    }
    var best = new long[limit];
    int taken = 0;
    for (int wanted = most; wanted > 0 && taken < limit; wanted--) {
      for (int run = 0; run < runs && taken < limit; run++) {
        if (times[run] == wanted && isWanted.test(found[ends[run] - 1])) {
          best[taken++] = found[ends[run] - 1];
        }
      }
    }
    return Arrays.copyOf(best, taken);
  }
}
