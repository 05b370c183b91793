package dev.roost.api.http;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All posts of a node in memory, with those that were deleted since, and what readers did.
final class FakePosts {

  private final Map<ItemId, Post> posts = new LinkedHashMap<>();
  private final Set<ItemId> deleted = new HashSet<>();
  private final Map<ItemId, int[]> counts = new HashMap<>();

  /// Takes in a post unless it is there.
  void add(Post post) {
    posts.putIfAbsent(post.id(), post);
  }

  /// Deletes a post; returns whether the author has it.
  boolean delete(UserId author, ItemId item) {
    var post = posts.get(item);
    boolean isTheirs = post != null && post.author().equals(author);
    if (isTheirs) {
      deleted.add(item);
    }
    return isTheirs;
  }

  /// Counts an engagement.
  void count(Engagement engagement) {
    int kind = engagement.kind().ordinal();
    counts.computeIfAbsent(engagement.item(), _ -> ItemCounts.zero().toArray())[kind]++;
  }

  /// Returns what was counted of a post, deleted or not.
  Optional<ItemCounts> counts(ItemId item) {
    return Optional.ofNullable(posts.get(item))
        .map(_ -> ItemCounts.of(counts.getOrDefault(item, ItemCounts.zero().toArray())));
  }

  /// Returns a post that is not deleted.
  Optional<Post> find(ItemId item) {
    return Optional.ofNullable(posts.get(item)).filter(_ -> !deleted.contains(item));
  }

  /// Returns how many posts a user wrote.
  int by(UserId author) {
    return by(Set.of(author)).size();
  }

  /// Returns the posts of authors, the deleted ones among them.
  List<Post> by(Set<UserId> authors) {
    return posts.values().stream().filter(post -> authors.contains(post.author())).toList();
  }

  /// Returns all posts that have nothing to do with some users, the newest first.
  List<Post> newestFirst(Set<UserId> without) {
    return posts.values().stream()
        .filter(post -> !deleted.contains(post.id()))
        .filter(post -> !without.contains(post.author()))
        .filter(post -> !without.contains(post.writer()))
        .toList()
        .reversed();
  }
}
