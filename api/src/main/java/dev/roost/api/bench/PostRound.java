package dev.roost.api.bench;

import dev.roost.model.chance.Chance;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// The authors of the posts of one round, drawn uniformly, the same for every contestant.
final class PostRound {

  private final int[] authors;
  private final long deliveries;

  private PostRound(int[] authors, long deliveries) {
    this.authors = authors;
    this.deliveries = deliveries;
  }

  /// Returns a round.
  ///
  /// @param number of the round; each has other authors
  /// @param least deliveries; it ends with the post that reaches them
  /// @param most posts, however few the deliveries
  static PostRound draw(FollowGraph graph, long seed, int number, long least, int most) {
    var chance = Chance.of(seed, "bench-posts");
    int[] authors = new int[1024];
    int posts = 0;
    long deliveries = 0;
    while (deliveries < least && posts < most) {
      if (posts == authors.length) {
        authors = Arrays.copyOf(authors, 2 * posts);
      }
      authors[posts] = chance.below(graph.users(), number, posts, 0);
      deliveries += graph.followerCount(authors[posts++]);
    }
    return new PostRound(Arrays.copyOf(authors, posts), deliveries);
  }

  /// Returns how many posts it has.
  int posts() {
    return authors.length;
  }

  /// Returns how many of the first posts make at least so many deliveries, or all.
  ///
  /// @param reached deliveries of a post, by its author
  int postsFor(long least, IntUnaryOperator reached) {
    long deliveries = 0;
    int posts = 0;
    while (posts < authors.length && deliveries < least) {
      deliveries += reached.applyAsInt(authors[posts++]);
    }
    return posts;
  }

  /// Returns the author of the `i`-th post.
  int author(int i) {
    return authors[i];
  }

  /// Returns to how many inboxes the posts go, all together.
  long deliveries() {
    return deliveries;
  }
}
