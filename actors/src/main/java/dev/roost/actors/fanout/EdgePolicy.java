package dev.roost.actors.fanout;

/// Decides for each edge from an author to an active reader whether posts are pushed or pulled.
///
/// The decision moves work between delivery and reading; what a reader finds is the same. It is
/// given as two bounds, up to which edges are pushed, so that deciding all edges of a reader or of
/// an author compares numbers and no more.
public interface EdgePolicy {

  /// Returns the active followers in a partition up to which an author's posts are pushed. It
  /// bounds the burst of one post, and hardly the work of all.
  int mostFollowers();

  /// Returns the posts a day of an author up to which they are pushed to a reader, infinite if that
  /// does not depend on rates.
  ///
  /// @param readsPerDay estimated rate of the reader, at least 0
  /// @param fetched share of posts that the reader would fetch: less than 1 if more come between
  ///     two reads than are asked for
  double mostPostsPerDay(double readsPerDay, double fetched);

  /// Returns whether rates matter at all.
  boolean heedsRates();

  /// Returns the policy that pushes over every edge.
  static EdgePolicy allPush() {
    return threshold(Integer.MAX_VALUE);
  }

  /// Returns the policy that pulls over every edge.
  static EdgePolicy allPull() {
    return threshold(0);
  }

  /// Returns the policy that pushes unless the author has more followers than `followers`.
  static EdgePolicy threshold(int followers) {
    return new Threshold(followers);
  }

  /// Returns the policy that pushes where that costs less: a row appended to an inbox for each
  /// post, against a look for new rows at each read and the fetching of those that are still wanted
  /// then. Edges are decided again only when [Regret] finds that due, so that they do not turn with
  /// every post.
  ///
  /// Source: Silberstein, Terrace, Cooper and Ramakrishnan, [Feeding
  /// Frenzy](https://doi.org/10.1145/1807167.1807257), SIGMOD 2010, section 3. There a pull costs
  /// the same however many rows it brings; here rows cost by the piece, and each is fetched once.
  ///
  /// @param costs of the steps
  /// @param mostFollowers above which edges are pulled, whatever the rates
  static EdgePolicy perEdge(Costs costs, int mostFollowers) {
    return new PerEdge(costs, mostFollowers);
  }

  /// What the steps cost, in any unit; each finite and above 0.
  ///
  /// @param push appending a row to one inbox
  /// @param look looking for new rows of an author at a read
  /// @param fetch fetching a row
  /// @param turn turning an edge from push to pull or back
  record Costs(double push, double look, double fetch, double turn) {

    /// Returns what a read costs that looks at so many edges and fetches so many rows.
    double pull(int edges, int rows) {
      return look * edges + fetch * rows;
    }
  }

  /// Heeds followers alone.
  record Threshold(int mostFollowers) implements EdgePolicy {

    @Override
    public double mostPostsPerDay(double readsPerDay, double fetched) {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean heedsRates() {
      return false;
    }
  }

  /// Heeds rates, and followers as a cap.
  record PerEdge(Costs costs, int mostFollowers) implements EdgePolicy {

    @Override
    public double mostPostsPerDay(double readsPerDay, double fetched) {
      double saved = costs.push() - costs.fetch() * fetched; // by each post that is pulled
      double looks = costs.look() * readsPerDay;
      return saved > 0 ? looks / saved : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean heedsRates() {
      return true;
    }
  }
}
