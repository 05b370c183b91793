package dev.roost.actors.fanout;

/// Decides for each edge from an author to an active reader whether posts are pushed or pulled.
///
/// The decision moves work between delivery and reading; what a reader finds is the same.
@FunctionalInterface
public interface EdgePolicy {

  /// Returns whether posts are appended to the inbox when they come, not fetched at each read.
  ///
  /// @param postsPerDay estimated rate of the author, at least 0
  /// @param readsPerDay estimated rate of the reader, at least 0
  boolean pushes(double postsPerDay, double readsPerDay);

  /// Returns the policy that pushes over every edge.
  static EdgePolicy allPush() {
    return (_, _) -> true;
  }

  /// Returns the policy that pulls over every edge.
  static EdgePolicy allPull() {
    return (_, _) -> false;
  }

  /// Returns the policy that pushes where the author posts at most `postsPerRead` times as often as
  /// the reader reads: the cost of one pull, counted in pushes.
  ///
  /// Source: Silberstein, Terrace, Cooper and Ramakrishnan, [Feeding
  /// Frenzy](https://doi.org/10.1145/1807167.1807257), SIGMOD 2010, section 3.
  static EdgePolicy perEdge(double postsPerRead) {
    return (posts, reads) -> posts <= postsPerRead * reads;
  }
}
