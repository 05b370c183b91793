package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import java.util.Arrays;

/// Who follows whom: for each user the followed users, ascending, in one array.
///
/// People follow creators in proportion to their fame: most of their own community, some of their
/// country, a few of the world; and now and then a neighbour who may never write. How many one
/// follows is log-normal; how many follow one has the heavy tail of fame. O(edges) space.
public final class FollowGraph {

  private static final double MEDIAN_FOLLOWS = 21;
  private static final double SPREAD = 0.6;
  private static final int FEWEST = 3;
  private static final int MOST = 150;

  private final int[] start;
  private final int[] followed;

  private FollowGraph(int[] start, int[] followed) {
    this.start = start;
    this.followed = followed;
  }

  static FollowGraph generate(
      long seed, Population people, Creators creators) { // settled are followed
    var chance = Chance.of(seed, "follows");
    var urns = new FollowUrns(people, creators);
    var start = new int[people.size() + 1];
    var followed = new int[people.size() * 24];
    for (int user = 0; user < people.size(); user++) {
      int[] mine = draw(user, chance, urns);
      int end = start[user] + mine.length;
      if (end > followed.length) {
        followed = Arrays.copyOf(followed, Math.max(end, followed.length * 3 / 2));
      }
      System.arraycopy(mine, 0, followed, start[user], mine.length);
      start[user + 1] = end;
    }
    return new FollowGraph(start, Arrays.copyOf(followed, start[people.size()]));
  }

  private static int[] draw(int user, Chance chance, FollowUrns urns) {
    double wish = MEDIAN_FOLLOWS * StrictMath.exp(SPREAD * chance.normal(user, -1, 0));
    int wanted = (int) Math.clamp(wish, FEWEST, Math.min(MOST, urns.people() / 4));
    var found = new int[wanted];
    int count = 0;
    for (int attempt = 0; attempt < 3 * wanted && count < wanted; attempt++) {
      int other = urns.draw(user, chance, attempt);
      if (other != user && !contains(found, count, other)) {
        found[count++] = other;
      }
    }
    var mine = Arrays.copyOf(found, count);
    Arrays.sort(mine);
    return mine;
  }

  private static boolean contains(int[] values, int count, int value) {
    for (int i = 0; i < count; i++) {
      if (values[i] == value) {
        return true;
      }
    }
    return false;
  }

  /// Returns how many times somebody follows somebody.
  public int edges() {
    return followed.length;
  }

  /// Returns how many of the edges of the start are of users below `user`; these come first.
  public int edgesOf(int user) {
    return start[user];
  }

  /// Returns who is followed in an edge, in `[0, edges)`.
  public int followed(int edge) {
    return followed[edge];
  }

  /// Returns who follows in an edge, in `[0, edges)`. O(log users).
  public int follower(int edge) {
    int low = 0;
    int high = start.length - 1; // start[low] <= edge < start[high]
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (start[middle] <= edge) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Returns how many users someone follows.
  public int follows(int user) {
    return start[user + 1] - start[user];
  }

  /// Returns whether `user` follows `other`. O(log follows).
  public boolean isFollowing(int user, int other) {
    long edge = (long) user << 32 | other;
    if (!changed.isEmpty()) {
      var now = changed.get(edge);
      if (now != null) {
        return now;
      }
    }
    return Arrays.binarySearch(followed, start[user], start[user + 1], other) >= 0;
  }

  private final java.util.Map<Long, Boolean> changed = new java.util.HashMap<>();

  /// Lets somebody follow another.
  public boolean add(int user, int other) {
    boolean isNew = !isFollowing(user, other);
    changed.put((long) user << 32 | other, true);
    return isNew;
  }

  /// Lets somebody no longer follow another.
  public boolean remove(int user, int other) {
    boolean was = isFollowing(user, other);
    changed.put((long) user << 32 | other, false);
    return was;
  }

  /// Returns how many follow each user; shape `[users]`, fresh.
  public int[] followers() {
    var count = new int[start.length - 1];
    for (int other : followed) {
      count[other]++;
    }
    return count;
  }
}
