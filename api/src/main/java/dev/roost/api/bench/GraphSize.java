package dev.roost.api.bench;

/// How large a generated graph is, and how much heap it takes, about.
///
/// @param users readers and authors, from 10 to 4,000,000
/// @param edges follows, at least 1, at most a tenth of all pairs
public record GraphSize(int users, int edges) {

  /// The most users of any graph.
  public static final int MOST_USERS = 4_000_000; // a thread's rings of the loop are one array

  private static final int MOST_EDGES = 1_000_000_000;
  private static final long BYTES_AN_EDGE = 12;
  private static final long TREE_BYTES_A_READER = 3 * 1024;
  private static final long TREE_BYTES_AN_EDGE = 40;

  public GraphSize {
    check(users >= 10 && users <= MOST_USERS, "users must be from 10 to 4,000,000: " + users);
    check(
        edges >= 1 && edges <= Math.min(MOST_EDGES, (long) users * users / 10),
        "edges must be from 1 to a tenth of all pairs, and at most 1,000,000,000: " + edges);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /// Returns the size of a graph of so many users who follow as many each.
  ///
  /// @throws IllegalArgumentException if there is no such graph
  public GraphSize ofUsers(int others) {
    long follows = (long) edges * others / users;
    try {
      return new GraphSize(others, Math.clamp(follows, 0, Integer.MAX_VALUE));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "no graph of %,d users can have as many follows each as one of %s: %s"
              .formatted(others, this, e.getMessage()),
          e);
    }
  }

  /// Returns the graph of this size.
  public FollowGraph generate(long seed) {
    return FollowGraph.generate(users, edges, seed);
  }

  /// Returns the bytes of a graph.
  public static long graphBytes(long edges) {
    return edges * BYTES_AN_EDGE;
  }

  /// Returns the bytes of a fan-out tree with all readers and edges of a graph.
  public static long treeBytes(long users, long edges) {
    return users * TREE_BYTES_A_READER + edges * TREE_BYTES_AN_EDGE;
  }

  @Override
  public String toString() {
    return "%,d users and %,d edges".formatted(users, edges);
  }
}
