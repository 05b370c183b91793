package dev.roost.actors.fanout;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemEmbedder;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import dev.roost.model.retrieve.Trending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Writes a node's item table from what comes by frames and by the journal's tail: the same fact
/// may come by both, and in any order.
///
/// Within a phase, posts and totals can be held until its end; then rows are given in order of time
/// and identifier, so that they do not depend on the order of arrival.
final class ItemWriter {

  private static final Comparator<StampedPost> ORDER =
      Comparator.comparing(
          StampedPost::post, Comparator.comparing(Post::at).thenComparing(Post::id));

  private static final int AHEAD = 64; // posts looked up together

  private final ItemTable table;
  private final FanoutSettings settings;
  private final Reposts reposts = new Reposts();
  private final Withdrawn withdrawn;
  private int written; // the row after the newest
  private final long[] ids = new long[AHEAD]; // of the posts looked up
  private final long[] authors = new long[AHEAD];
  private long touched; // so that a look ahead is not optimised away
  private final List<StampedPost> heldPosts = new ArrayList<>();
  private final Map<ItemId, ItemCounts> heldTotals = new HashMap<>();

  ItemWriter(ItemTable table, FanoutSettings settings) {
    this.table = table;
    this.settings = settings;
    written = table.published();
    withdrawn = new Withdrawn(settings.withdrawnKept(), new Shown(table, reposts));
  }

  /// Whether a retained row is an item or repeats it.
  private record Shown(ItemTable table, Reposts reposts) implements Predicate<ItemId> {
    @Override
    public boolean test(ItemId item) {
      return table.rowOf(item.value()) >= 0 || reposts.has(item);
    }
  }

  /// Appends posts that are not in the table yet, in order of time and identifier.
  void append(List<StampedPost> posts) {
    List<StampedPost> ordered = posts;
    if (!isOrdered(posts)) {
      ordered = new ArrayList<>(posts);
      ordered.sort(ORDER);
    }
    for (int from = 0; from < ordered.size(); from += AHEAD) {
      append(ordered.subList(from, Math.min(ordered.size(), from + AHEAD)), table.horizonMillis());
    }
  }

  /// Appends a few posts, whose memory is waited for together.
  private void append(List<StampedPost> few, long horizon) {
    int count = 0;
    for (var each : few) {
      ids[count] = each.post().id().value();
      authors[count++] = each.post().author().value();
    }
    long before = touched;
    touched = before + table.touch(ids, authors, count);
    for (var each : few) {
      if (each.post().at().toEpochMilli() >= horizon) {
        append(each);
      }
    }
  }

  private static boolean isOrdered(List<StampedPost> posts) {
    for (int i = 1; i < posts.size(); i++) {
      if (ORDER.compare(posts.get(i - 1), posts.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  private void append(StampedPost each) {
    var post = each.post();
    int row = table.append(post, withdrawn.of(post), each.acknowledgedMicros());
    var original = post.original();
    boolean isNew = row - written >= 0;
    written = table.published();
    if (isNew && original != null) {
      reposts.dropBefore(table.oldest());
      reposts.add(row, original.item());
    }
  }

  /// Holds posts until the end of the phase.
  void hold(List<StampedPost> posts) {
    heldPosts.addAll(posts);
  }

  /// Sets totals of retained items.
  void setTotals(List<FanoutRoot.Totals> totals) {
    totals.forEach(of -> setTotals(of.item(), of.counts()));
  }

  private void setTotals(ItemId item, ItemCounts counts) {
    long row = table.rowOf(item.value());
    if (row >= 0) {
      table.setTotals((int) row, counts);
    }
  }

  /// Holds totals until the end of the phase; of several for one item the highest count.
  void holdTotals(List<FanoutRoot.Totals> totals) {
    totals.forEach(of -> heldTotals.merge(of.item(), of.counts(), ItemWriter::higher));
  }

  private static ItemCounts higher(ItemCounts a, ItemCounts b) {
    int[] counts = a.toArray();
    int[] others = b.toArray();
    for (int kind = 0; kind < counts.length; kind++) {
      counts[kind] = Math.max(counts[kind], others[kind]);
    }
    return ItemCounts.of(counts);
  }

  /// Applies a decision to an item and its reposts, unless a newer one was applied before; returns
  /// whether rows may be shown again.
  ///
  /// @param at when it was decided
  boolean setStatus(ItemId item, ItemStatus status, Instant at) {
    if (!withdrawn.note(item, status, at)) {
      return false;
    }
    long row = table.rowOf(item.value());
    if (row >= 0) {
      setStatus((int) row);
    }
    reposts.dropBefore(table.oldest());
    reposts.of(item).forEach(this::setStatus);
    return status == ItemStatus.LIVE;
  }

  private void setStatus(int row) {
    var post = table.post(row);
    if (post != null) {
      table.setStatus(row, withdrawn.of(post));
    }
  }

  /// Ends a phase: heat stands at `at`, rows from before `horizon` leave, what was held is in the
  /// table, and trending rows are chosen anew.
  void endPhase(Instant at, Instant horizon) {
    table.advance(at);
    table.retireBefore(horizon);
    append(heldPosts);
    heldPosts.clear();
    heldTotals.forEach(this::setTotals); // each item's cells are its own: any order gives the same
    heldTotals.clear();
    table.setTrending(Trending.select(table, settings.trendingRows(), at));
  }

  /// Places all rows in a new embedding space, beside that of version `keep`.
  void install(ItemEmbedder embedder, String keep) {
    table.install(embedder, keep);
  }

  /// Returns the row after the newest.
  int end() {
    return table.published();
  }

  /// Returns how many decisions were forgotten because too many were remembered.
  long forgotten() {
    return withdrawn.forgotten();
  }
}
