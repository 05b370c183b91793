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
  /// @param fetched share of the author's rows that the reader would fetch: less than 1 if more
  ///     rows come between two reads than an inbox holds
  /// @param followers active readers of this partition who follow the author
  /// @param pushed what the edge is now
  record Edge(
      double postsPerDay, double readsPerDay, double fetched, int followers, boolean pushed) {}

  /// Returns whether posts are appended to the inbox when they come, not fetched at the first
  /// read thereafter.
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

  /// Returns the policy that pushes where that costs less: a row appended to an inbox for each
  /// post, against a look for new rows at each read and the fetching of those that are still wanted
  /// then. An edge is turned only when the rates are a factor of `hysteresis` past the point where
  /// both cost the same, so that it does not turn with every post.
  ///
  /// Source: Silberstein, Terrace, Cooper and Ramakrishnan, [Feeding
  /// Frenzy](https://doi.org/10.1145/1807167.1807257), SIGMOD 2010, section 3. There a pull costs
  /// the same however many rows it brings; here rows cost by the piece, and each is fetched once.
  static EdgePolicy perEdge(Costs costs, double hysteresis) {
    return edge -> {
      double saved = costs.push() - costs.fetch() * edge.fetched(); // by each post that is pulled
      double looks = costs.look() * edge.readsPerDay();
      return saved * edge.postsPerDay()
          <= (edge.pushed() ? looks * hysteresis : looks / hysteresis);
    };
  }

  /// What the steps cost, in any unit; each finite and above 0.
  ///
  /// @param push appending a row to one inbox
  /// @param look looking for new rows of an author at a read
  /// @param fetch fetching a row
  record Costs(double push, double look, double fetch) {}

  /// Returns this policy, but with edges of authors pulled who have more followers than
  /// `followers`: that bounds the burst of one huge post.
  default EdgePolicy cappedAt(int followers) {
    return edge -> edge.followers() <= followers && pushes(edge);
  }
}
