package dev.roost.model.crowd;

import dev.roost.model.domain.RelationChange;
import dev.roost.model.reader.Relations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
      for (long author : follows.getOrDefault(relations.follow(i), NOBODY)) {
        if (author != reader && !relations.follows(author) && !relations.hides(author)) {
          found[size++] = author;
        }
      }
    }
    return mostOften(found, size, limit);
  }

  private static long[] mostOften(long[] found, int size, int limit) {
    Arrays.sort(found, 0, size);
    var runs = new ArrayList<long[]>(); // author, how often
    for (int from = 0, to; from < size; from = to) {
      for (to = from + 1; to < size && found[to] == found[from]; to++) {}
      runs.add(new long[] {found[from], to - from});
    }
    runs.sort((a, b) -> Long.compare(b[1], a[1])); // stable: ties keep the order of authors
    return runs.stream().limit(limit).mapToLong(run -> run[0]).toArray();
  }
}
