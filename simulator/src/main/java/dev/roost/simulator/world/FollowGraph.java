package dev.roost.simulator.world;

import dev.roost.simulator.graph.Adjacency;
import dev.roost.simulator.graph.AdjacencyWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Who follows whom: for each user the followed users, ascending.
///
/// The follows of the start are edges, counted from 0; they are never renumbered, so that a service
/// can be told of them. What changes later is asked for by user. O(users + edges) space, and a
/// list of their own for those whose follows have changed. Changes belong between the phases of a
/// tick: nobody may ask meanwhile.
public final class FollowGraph {

  private final Adjacency atStart;
  private final int[] @Nullable [] own; // by user; null as long as nothing has changed
  private final int[] ownSize;
  private int size;

  private FollowGraph(Adjacency atStart) {
    this.atStart = atStart;
    this.own = new int[atStart.nodes()][];
    this.ownSize = new int[atStart.nodes()];
    this.size = atStart.edges();
  }

  static FollowGraph generate(
      GraphSettings settings, long seed, Population people, Creators creators) {
    return new FollowGraph(new FollowDraft(settings, seed, people, creators).draw());
  }

  /// Returns how many times somebody followed somebody at the start.
  public int edges() {
    return atStart.edges();
  }

  /// Returns how many edges of the start are of users below `user`; these come first.
  public int edgesOf(int user) {
    return atStart.first(user);
  }

  /// Returns who is followed in an edge of the start, in `[0, edges)`.
  public int followed(int edge) {
    return atStart.to(edge);
  }

  /// Returns who follows in an edge of the start, in `[0, edges)`. O(log users).
  public int follower(int edge) {
    return atStart.from(edge);
  }

  /// Returns how many users there are.
  public int users() {
    return atStart.nodes();
  }

  /// Returns how many times somebody follows somebody now.
  public int size() {
    return size;
  }

  /// Returns how many users someone follows now.
  public int follows(int user) {
    return own[user] == null ? atStart.degree(user) : ownSize[user];
  }

  /// Returns the one followed at a place of someone's list of now.
  ///
  /// @param nth in `[0, follows(user))`, in ascending order of users
  public int followed(int user, int nth) {
    int[] mine = own[user];
    return mine == null ? atStart.to(user, nth) : mine[nth];
  }

  /// Returns whether `user` follows `other` now. O(log follows).
  public boolean isFollowing(int user, int other) {
    int[] mine = own[user];
    return mine == null
        ? atStart.contains(user, other)
        : Arrays.binarySearch(mine, 0, ownSize[user], other) >= 0;
  }

  /// Returns how many follow each user now; shape `[users]`, fresh.
  public int[] followers() {
    var count = new int[users()];
    for (int user = 0; user < users(); user++) {
      for (int nth = 0; nth < follows(user); nth++) {
        count[followed(user, nth)]++;
      }
    }
    return count;
  }

  /// Returns all follows of now.
  public Adjacency now() {
    var writer = new AdjacencyWriter(users(), size);
    for (int user = 0; user < users(); user++) {
      for (int nth = 0; nth < follows(user); nth++) {
        writer.add(followed(user, nth));
      }
      writer.next();
    }
    return writer.written();
  }

  /// Lets `user` follow `other`. O(follows).
  ///
  /// @return whether that is new
  /// @throws IllegalArgumentException if they are one
  public boolean add(int user, int other) {
    if (user == other) {
      throw new IllegalArgumentException("nobody follows themselves: " + user);
    }
    int[] mine = own(user);
    int place = Arrays.binarySearch(mine, 0, ownSize[user], other);
    if (place >= 0) {
      return false;
    }
    int[] room = ownSize[user] < mine.length ? mine : Arrays.copyOf(mine, 4 + mine.length * 5 / 4);
    System.arraycopy(mine, ~place, room, ~place + 1, ownSize[user] - ~place);
    room[~place] = other;
    own[user] = room;
    ownSize[user]++;
    size++;
    return true;
  }

  /// Lets `user` no longer follow `other`. O(follows).
  ///
  /// @return whether `user` did
  public boolean remove(int user, int other) {
    int[] mine = own(user);
    int place = Arrays.binarySearch(mine, 0, ownSize[user], other);
    if (place < 0) {
      return false;
    }
    System.arraycopy(mine, place + 1, mine, place, ownSize[user] - place - 1);
    ownSize[user]--;
    size--;
    return true;
  }

  private int[] own(int user) {
    int[] mine = own[user];
    if (mine == null) {
      mine = atStart.list(user);
      own[user] = mine;
      ownSize[user] = mine.length;
    }
    return mine;
  }
}
