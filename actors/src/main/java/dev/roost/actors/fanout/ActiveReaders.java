package dev.roost.actors.fanout;

import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Instant;
import java.util.Arrays;

/// The readers of one partition who have read lately: whom they follow, and what came for them.
///
/// The first read makes a reader active. Each read brings the reader's relations, and edges are
/// brought in step with them when their version differs, so that an acknowledged change is in every
/// later read whatever was told in between.
final class ActiveReaders {

  private static final long UNKNOWN = -1;
  private static final double MILLIS_A_DAY = 86_400_000;

  private final ItemTable table;
  private final Timeline timeline;
  private final FanoutSettings settings;
  private final EdgePolicy policy;
  private final Slots readers = new Slots();
  private final Edges edges = new Edges();
  private final Inboxes inboxes;
  private final Gathering gathering;
  // by reader
  private long[] version = new long[0]; // of the relations that the edges stand for, or UNKNOWN
  private long[] firstReadMillis = new long[0];
  private int[] reads = new int[0];
  private long deliveries;

  ActiveReaders(ItemTable table, FanoutSettings settings) {
    this.table = table;
    this.timeline = new Timeline(table);
    this.settings = settings;
    policy = settings.edgePolicy();
    inboxes = new Inboxes(settings.inboxRows());
    gathering = new Gathering(table, timeline, edges, inboxes, settings.readLimit());
  }

  // ---- delivery ----

  /// Returns the row after the last that was delivered.
  int applied() {
    return timeline.applied();
  }

  /// Returns how many rows were appended to inboxes so far.
  long deliveries() {
    return deliveries;
  }

  /// Returns how many inboxes were built from chains so far.
  long rebuilds() {
    return gathering.rebuilds();
  }

  /// Delivers the next rows, at most `most` of them, up to `end`.
  void deliver(int end, int most) {
    timeline.skipWhatLeft();
    for (int i = 0; i < most && timeline.applied() - end < 0; i++) {
      int row = timeline.applied();
      boolean late = timeline.next();
      int author = edges.author(table.author(row));
      if (author != Slots.NONE) {
        deliver(row, edges.followers(author), edges.followerCount(author), late);
      }
    }
  }

  private void deliver(int row, int[] followers, int count, boolean late) {
    inboxes.append(followers, count, row);
    deliveries += count;
    if (late) {
      inboxes.noteLate(followers, count);
    }
  }

  // ---- relations ----

  /// Returns how many readers are active.
  int size() {
    return readers.size();
  }

  /// Takes note of a change of relations; what was added waits for the next read.
  void relate(UserId id, RelationChange change, UserId other, long toVersion) {
    int reader = readers.find(id.value());
    if (reader == Slots.NONE || toVersion <= version[reader]) {
      return;
    }
    switch (change) {
      case UNFOLLOW, BLOCK, MUTE -> {
        int edge = edges.find(reader, other.value());
        if (edge != Slots.NONE) {
          edges.remove(reader, edge);
          inboxes.noteStale(reader);
        }
      }
      case FOLLOW, UNBLOCK, UNMUTE -> {} // the next read brings the relations themselves
    }
  }

  /// Forgets a reader.
  void drop(UserId id) {
    int reader = readers.find(id.value());
    if (reader != Slots.NONE) {
      edges.close(reader);
      readers.remove(reader);
    }
  }

  /// Has every inbox built anew before it is next read.
  void rebuildAll() {
    inboxes.noteAllStale();
  }

  private int activate(long id) {
    int reader = readers.add(id);
    if (reader >= version.length) {
      int length = Math.max(64, version.length * 2);
      version = Arrays.copyOf(version, length);
      firstReadMillis = Arrays.copyOf(firstReadMillis, length);
      reads = Arrays.copyOf(reads, length);
    }
    edges.open(reader);
    inboxes.open(reader);
    version[reader] = UNKNOWN;
    reads[reader] = 0;
    return reader;
  }

  private void reconcile(int reader, Relations relations, long nowMillis) {
    for (int edge = edges.degree(reader) - 1; edge >= 0; edge--) {
      long author = edges.authorAt(reader, edge);
      if (!relations.follows(author) || relations.hides(author)) {
        edges.remove(reader, edge);
      }
    }
    edges.markAuthorsOf(reader);
    double readsPerDay = readsPerDay(reader, nowMillis);
    for (int i = 0; i < relations.followCount(); i++) {
      long author = relations.follow(i);
      if (!edges.isMarked(author) && !relations.hides(author)) {
        edges.add(
            reader, author, policy.pushes(timeline.postsPerDay(author, nowMillis), readsPerDay));
      }
    }
    version[reader] = relations.version();
    inboxes.noteStale(reader);
  }

  private void redecide(int reader, long nowMillis) {
    double readsPerDay = readsPerDay(reader, nowMillis);
    for (int edge = 0; edge < edges.degree(reader); edge++) {
      double postsPerDay = timeline.postsPerDay(edges.authorAt(reader, edge), nowMillis);
      boolean push = policy.pushes(postsPerDay, readsPerDay);
      if (push != edges.isPush(reader, edge)) {
        inboxes.noteStale(reader);
        if (push) {
          edges.push(reader, edge);
        } else {
          edges.pull(reader, edge);
        }
      }
    }
  }

  private double readsPerDay(int reader, long nowMillis) {
    long span = nowMillis - firstReadMillis[reader];
    return reads[reader] < 2 || span <= 0
        ? settings.assumedReadsPerDay()
        : (reads[reader] - 1) / (span / MILLIS_A_DAY);
  }

  // ---- reading ----

  /// Returns what a reader may find now, newest first.
  InNetwork read(ReaderView view, Instant at) {
    long id = view.reader().value();
    int known = readers.find(id);
    int reader = known == Slots.NONE ? activate(id) : known;
    long nowMillis = at.toEpochMilli();
    if (reads[reader]++ == 0) {
      firstReadMillis[reader] = nowMillis;
    }
    var relations = view.relations();
    if (version[reader] != relations.version()) {
      reconcile(reader, relations, nowMillis);
    } else if (reads[reader] % settings.redecideReads() == 0) {
      redecide(reader, nowMillis);
    }
    return gathering.read(reader, relations);
  }
}
