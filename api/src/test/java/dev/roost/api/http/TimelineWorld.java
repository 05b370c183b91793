package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.user.IdempotencyKey;
import dev.roost.api.Gen;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// A reader who follows two authors, a stranger, and what they posted: the timeline that pages are
/// held against.
final class TimelineWorld {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /// Identifiers of later worlds and posts are greater; the sign changes on the way.
  private static final long WORLDS = 1L << 20;

  private final TestServer server;
  private final UserId reader;
  private final List<UserId> authors;
  private final UserId stranger;
  private final TreeMap<Place, ItemId> posts = new TreeMap<>();
  private final Set<ItemId> late = new HashSet<>();
  private final Set<ItemId> deleted = new HashSet<>();
  private long millis = START.toEpochMilli();
  private long nextId;

  TimelineWorld(TestServer server, int number) {
    this.server = server;
    long base = number * WORLDS;
    reader = new UserId(base);
    authors = List.of(new UserId(base + 1), new UserId(base + 2));
    stranger = new UserId(base + 3);
    nextId = Long.MAX_VALUE - 20 + base;
    for (var each : List.of(reader, authors.getFirst(), authors.getLast(), stranger)) {
      server.node.register(each, each.toString(), Profile.unknown(), START);
    }
    authors.forEach(each -> server.node.relate(reader, RelationChange.FOLLOW, each, START));
  }

  String path() {
    return "/v1/users/" + reader + "/feed";
  }

  /// Returns a page; `more` is the rest of the query.
  TestServer.Answer page(String more) {
    return server.get(path() + "?order=newest" + more);
  }

  /// Has the authors publish in order of time, often within one millisecond.
  void publish(Gen gen, int count) {
    for (int i = 0; i < count; i++) {
      millis += gen.whole(0, 3);
      publish(gen, millis);
    }
  }

  /// Has the authors publish posts that are older than others.
  void publishLate(Gen gen, int count) {
    for (int i = 0; i < count; i++) {
      late.add(publish(gen, millis - gen.whole(1, 60)));
    }
  }

  private ItemId publish(Gen gen, long at) {
    var author = authors.get(gen.whole(0, authors.size()));
    var item = publish(author, at);
    posts.put(new Place(at, item.value()), item);
    if (gen.either()) {
      publish(stranger, at);
    }
    return item;
  }

  private ItemId publish(UserId author, long at) {
    var item = new ItemId(nextId++);
    var when = Instant.ofEpochMilli(at);
    var post = new Post(item, author, when, "", "en", MediaKind.TEXT, "text", null);
    assertThat(server.node.publish(post, IdempotencyKey.NONE)).isCompleted();
    return item;
  }

  /// Deletes posts that stand next to each other.
  void delete(Gen gen, int count) {
    var all = newestFirst();
    int from = gen.whole(0, all.size() + 1);
    all.subList(from, Math.min(from + count, all.size())).forEach(this::delete);
  }

  void delete(String item) {
    var id = Fields.item(item, null);
    deleted.add(id);
    authors.forEach(author -> server.node.delete(author, id, START));
  }

  void unfollowAll() {
    authors.forEach(each -> server.node.relate(reader, RelationChange.UNFOLLOW, each, START));
  }

  /// Returns every post of the followed, deleted ones too.
  List<String> newestFirst() {
    return posts.descendingMap().values().stream().map(ItemId::toString).toList();
  }

  /// Returns the posts that were never late and never deleted.
  List<String> inTimeAndKept() {
    var kept = new ArrayList<>(posts.values());
    kept.removeAll(late);
    kept.removeAll(deleted);
    return kept.stream().map(ItemId::toString).toList();
  }
}
