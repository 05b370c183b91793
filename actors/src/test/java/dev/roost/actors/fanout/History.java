package dev.roost.actors.fanout;

import dev.roost.actors.Gen;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.reader.Relations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All facts of a small world, and by brute force what each reader must find.
final class History {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final Comparator<Post> NEWEST_FIRST =
      Comparator.comparing(Post::at).thenComparing(Post::id).reversed();

  final List<Post> posts = new ArrayList<>(); // those that a flush has made visible
  private final Map<ItemId, ItemStatus> withdrawn = new HashMap<>();
  private final Map<UserId, Relations> relations = new HashMap<>();
  private Instant horizon = Instant.EPOCH;
  private long next = 1;

  /// Returns a post, `id` seconds after the start.
  static Post post(long id, long author) {
    var at = START.plusSeconds(id);
    return new Post(new ItemId(id), new UserId(author), at, "", "en", MediaKind.TEXT, "", null);
  }

  /// Returns posts that were acknowledged at their own instant.
  static List<StampedPost> stamped(List<Post> posts) {
    return posts.stream().map(post -> StampedPost.of(post, post.at())).toList();
  }

  /// Draws a post, or now and then a repost of a visible one.
  Post draw(Gen gen, int authors, Instant at) {
    var id = new ItemId(next++ * 0x9e37_79b9_7f4a_7c15L); // no order in identifiers
    var author = new UserId(gen.whole(0, authors));
    Post.Original original = null;
    if (!posts.isEmpty() && gen.whole(0, 5) == 0) {
      var repeated = posts.get(gen.whole(0, posts.size()));
      if (repeated.original() == null) {
        original = new Post.Original(repeated.id(), repeated.author());
      }
    }
    return new Post(id, author, at, "", "en", MediaKind.TEXT, "", original);
  }

  Relations relations(UserId reader) {
    return relations.getOrDefault(reader, Relations.none());
  }

  void relate(UserId reader, RelationChange change, UserId other) {
    relations.put(reader, relations(reader).after(change, other.value()));
  }

  void blockedBy(UserId reader, UserId other, boolean blocked) {
    relations.put(reader, relations(reader).afterBlockedBy(other.value(), blocked));
  }

  void decide(ItemId item, ItemStatus status) {
    withdrawn.merge(
        item, status, (old, now) -> old == ItemStatus.DELETED ? ItemStatus.DELETED : now);
  }

  void retire(Instant before) {
    horizon = before.isAfter(horizon) ? before : horizon;
  }

  /// Returns the items that a reader must find, newest first.
  List<ItemId> expected(UserId reader, int limit) {
    return expected(reader, limit, Stretch.ALL);
  }

  /// Returns the newest items of a stretch that a reader must find, newest first.
  List<ItemId> expected(UserId reader, int limit, Stretch stretch) {
    var standing = relations(reader);
    return posts.stream()
        .filter(post -> !post.at().isBefore(horizon))
        .filter(post -> standing.follows(post.author().value()))
        .filter(post -> !standing.hides(post.author().value()))
        .filter(post -> !standing.hides(post.writer().value()))
        .filter(this::isShown)
        .filter(post -> stretch.holds(place(post)))
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .map(Post::id)
        .toList();
  }

  /// Returns where a post stands in a timeline.
  static Place place(Post post) {
    return new Place(post.at().toEpochMilli(), post.id().value());
  }

  /// Returns whether neither the post nor what it repeats is withdrawn.
  boolean isShown(Post post) {
    return isLive(post.id()) && (post.original() == null || isLive(post.original().item()));
  }

  private boolean isLive(ItemId item) {
    return withdrawn.getOrDefault(item, ItemStatus.LIVE) == ItemStatus.LIVE;
  }
}
