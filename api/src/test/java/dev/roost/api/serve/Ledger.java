package dev.roost.api.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What a service acknowledged, and what it was asked for without an answer. Safe for any thread.
final class Ledger {

  /// A write that can be sent again.
  ///
  /// @param effect what is true once it was acknowledged, given the `id` that the answer names
  record Write(
      String method,
      String path,
      @Nullable String body,
      @Nullable String key,
      BiConsumer<Ledger, String> effect) {}

  /// A post that was published.
  record Published(String author, String text) {}

  /// An engagement that was reported.
  record Engaged(String reader, String item, String kind) {}

  private final Map<String, String> accounts = new TreeMap<>();
  private final Map<String, Set<String>> follows = new HashMap<>();
  private final Map<String, Set<String>> blocks = new HashMap<>();
  private final Map<String, Published> posts = new TreeMap<>();
  private final Set<String> deleted = new HashSet<>();
  private final List<Engaged> engagements = new ArrayList<>();
  private final List<Write> unanswered = new ArrayList<>();
  private final List<Write> keyed = new ArrayList<>();

  /// Returns a ledger of the same facts.
  synchronized Ledger copy() {
    var copy = new Ledger();
    copy.accounts.putAll(accounts);
    follows.forEach((from, to) -> copy.follows.put(from, new HashSet<>(to)));
    blocks.forEach((from, to) -> copy.blocks.put(from, new HashSet<>(to)));
    copy.posts.putAll(posts);
    copy.deleted.addAll(deleted);
    copy.engagements.addAll(engagements);
    return copy;
  }

  synchronized void acknowledge(Write write, String id) {
    write.effect().accept(this, id);
    if (write.key() != null) {
      keyed.add(write);
    }
  }

  synchronized void leaveOpen(Write write) {
    unanswered.add(write);
  }

  /// Returns the writes without an answer, and forgets them.
  synchronized List<Write> takeUnanswered() {
    var taken = List.copyOf(unanswered);
    unanswered.clear();
    return taken;
  }

  /// Returns the newest acknowledged writes that carried a key.
  synchronized List<Write> newestKeyed(int most) {
    return List.copyOf(keyed.subList(Math.max(0, keyed.size() - most), keyed.size()));
  }

  synchronized void registered(String id, String name) {
    accounts.put(id, name);
  }

  synchronized void follow(String reader, String author, boolean follows) {
    change(this.follows, reader, author, follows);
  }

  synchronized void block(String blocker, String author, boolean blocks) {
    change(this.blocks, blocker, author, blocks);
  }

  private static void change(
      Map<String, Set<String>> relation, String from, String to, boolean holds) {
    var others = relation.computeIfAbsent(from, _ -> new HashSet<>());
    if (holds) {
      others.add(to);
    } else {
      others.remove(to);
    }
  }

  synchronized void published(String id, Published post) {
    posts.put(id, post);
  }

  synchronized void deleted(String id) {
    deleted.add(id);
  }

  synchronized void engaged(List<Engaged> batch) {
    engagements.addAll(batch);
  }

  synchronized Map<String, String> accounts() {
    return new TreeMap<>(accounts);
  }

  synchronized Set<String> followed(String reader) {
    return Set.copyOf(follows.getOrDefault(reader, Set.of()));
  }

  synchronized Set<String> blocked(String blocker) {
    return Set.copyOf(blocks.getOrDefault(blocker, Set.of()));
  }

  synchronized Map<String, Published> posts() {
    return new TreeMap<>(posts);
  }

  synchronized Set<String> deleted() {
    return Set.copyOf(deleted);
  }

  synchronized List<Engaged> engagements() {
    return List.copyOf(engagements);
  }
}
