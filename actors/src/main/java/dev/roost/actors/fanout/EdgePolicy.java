package dev.roost.actors.fanout;

/// Decides for each edge from an author to an active reader whether posts are pushed or pulled.
///
/// The decision moves work between delivery and reading; what a reader finds is the same.
@FunctionalInterface
public interface EdgePolicy {

  /// What a decision may depend on.
  ///
  /// @param postsPerDay estimated rate of the author, at least 0
  /// @param readsPerDay estimated rate of the reader, at least 0
  /// @param followers active readers of this partition who follow the author
  /// @param pushed what the edge is now
  record Edge(double postsPerDay, double readsPerDay, int followers, boolean pushed) {}

  /// Returns whether posts are appended to the inbox when they come, not fetched at each read.
  boolean pushes(Edge edge);

  /// Returns the policy that pushes over every edge.
  static EdgePolicy allPush() {
    return _ -> true;
  }

  /// Returns the policy that pulls over every edge.
  static EdgePolicy allPull() {
    return _ -> false;
  }

  /// Returns the policy that pushes unless the author has more followers than `followers`. It
  /// bounds the burst of one post, and hardly the work of all.
  static EdgePolicy threshold(int followers) {
    return edge -> edge.followers() <= followers;
  }

  /// Returns the policy that pushes where the author posts at most `postsPerRead` times as often as
  /// the reader reads: the cost of one pull, counted in pushes. An edge is turned only when the
  /// rates are a factor of `hysteresis` past that, so that it does not turn with every post.
  ///
  /// Source: Silberstein, Terrace, Cooper and Ramakrishnan, [Feeding
  /// Frenzy](https://doi.org/10.1145/1807167.1807257), SIGMOD 2010, section 3.
  static EdgePolicy perEdge(double postsPerRead, double hysteresis) {
    return edge -> {
      double most = postsPerRead * edge.readsPerDay();
      return edge.postsPerDay() <= (edge.pushed() ? most * hysteresis : most / hysteresis);
    };
  }

  /// Returns this policy, but with edges of authors pulled who have more followers than
  /// `followers`: that bounds the burst of one huge post.
  default EdgePolicy cappedAt(int followers) {
    return edge -> edge.followers() <= followers && pushes(edge);
  }
}
