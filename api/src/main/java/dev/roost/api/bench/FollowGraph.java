package dev.roost.api.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Who follows whom in a bench: power-law numbers of followers, readers drawn uniformly, each edge
/// once, nobody following themselves.
///
/// Lists lie one after the other in one array, once by author and once by reader, each in ascending
/// order. 8 bytes an edge; generating takes O(users + edges).
public final class FollowGraph {

  private final Lists byAuthor;
  private final Lists byReader;

  /// Lists of users by user: those of `u` stand from `start[u]` to `start[u + 1]`.
  private static final class Lists {
    private final int[] start;
    private final int[] members;

    private Lists(int[] start, int[] members) {
      this.start = start;
      this.members = members;
    }

    /// Returns the lists by member; each is in ascending order.
    private Lists transposed() {
      int users = start.length - 1;
      int[] next = new int[users + 2]; // shifted by one, so that filling it leaves the starts
      for (int member : members) {
        next[member + 2]++;
      }
      for (int u = 0; u < users; u++) {
        next[u + 1] += next[u];
      }
      int[] owners = new int[members.length];
      for (int owner = 0; owner < users; owner++) {
        for (int i = start[owner]; i < start[owner + 1]; i++) {
          owners[next[members[i] + 1]++] = owner;
        }
      }
      return new Lists(Arrays.copyOf(next, users + 1), owners);
    }
  }

  private FollowGraph(Lists byAuthor, Lists byReader) {
    this.byAuthor = byAuthor;
    this.byReader = byReader;
  }

  /// Returns the graph of a seed.
  ///
  /// @param users at least 10
  /// @param edges exactly so many; at most a tenth of all pairs
  public static FollowGraph generate(int users, int edges, long seed) {
    var random = new SplittableRandom(seed);
    return of(FollowerCounts.draw(users, edges, random.split()), random.split());
  }

  /// Returns a graph of a seed in which each user has so many followers.
  ///
  /// @param followers by author, each at least 0 and below their number
  public static FollowGraph of(int[] followers, long seed) {
    return of(followers, new SplittableRandom(seed));
  }

  private static FollowGraph of(int[] followers, SplittableRandom random) {
    int edges = Math.toIntExact(Arrays.stream(followers).asLongStream().sum());
    var byReader = draw(followers, edges, random).transposed();
    return new FollowGraph(byReader.transposed(), byReader);
  }

  private static Lists draw(int[] counts, int edges, SplittableRandom random) {
    int users = counts.length;
    int[] start = new int[users + 1];
    int[] members = new int[edges];
    int[] takenBy = new int[users]; // the author, counted from 1, whose list a reader is in
    int at = 0;
    for (int author = 0; author < users; author++) {
      takenBy[author] = author + 1;
      for (int end = at + counts[author]; at < end; ) {
        int reader = random.nextInt(users);
        if (takenBy[reader] != author + 1) {
          takenBy[reader] = author + 1;
          members[at++] = reader;
        }
      }
      start[author + 1] = at;
    }
    return new Lists(start, members);
  }

  /// Returns how many users there are, numbered from 0.
  public int users() {
    return byAuthor.start.length - 1;
  }

  /// Returns how many edges there are.
  public int edges() {
    return byAuthor.members.length;
  }

  /// Returns how many readers follow an author.
  public int followerCount(int author) {
    return byAuthor.start[author + 1] - byAuthor.start[author];
  }

  /// Returns the `i`-th follower of an author.
  public int follower(int author, int i) {
    return byAuthor.members[byAuthor.start[author] + i];
  }

  /// Returns how many authors a reader follows.
  public int followCount(int reader) {
    return byReader.start[reader + 1] - byReader.start[reader];
  }

  /// Returns the `i`-th author whom a reader follows.
  public int follow(int reader, int i) {
    return byReader.members[byReader.start[reader] + i];
  }
}
