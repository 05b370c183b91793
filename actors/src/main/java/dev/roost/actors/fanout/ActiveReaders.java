package dev.roost.actors.fanout;

import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Instant;
import java.util.Arrays;

/// The readers of one partition who have read lately: whom they follow, and what came for them.
///
/// The first read makes a reader active, a time without reads ends that. Each read brings the
/// reader's relations, and edges are brought in step with them when their version differs, so that
/// an acknowledged change is in every later read whatever was told in between.
///
/// For one thread: that of its [FeedPartition], or that of a benchmark which measures the work
/// without the messages.
public final class ActiveReaders {

  private static final long UNKNOWN = -1;
  private static final long NOBODY = -2;
  private static final int CHAIN_ROWS = 64; // from which an author's rate is first estimated
  private static final int PASSES = 8; // in which all readers are looked at, in the idle limit

  private final ItemTable table;
  private final FanoutSettings settings;
  private final Edges edges = new Edges();
  private final Inboxes inboxes;
  private final Slots readers;
  private final Decisions decisions;
  private final Delivery delivery;
  private final Gathering gathering;
  private final int[] chain = new int[CHAIN_ROWS];
  // by reader
  private long[] version = new long[64]; // of the relations that edges stand for, UNKNOWN or NOBODY
  private long[] lastReadMillis = new long[64];
  private int swept; // the reader looked at last
  private long sweptMillis;

  /// Returns a partition's state without readers.
  ///
  /// @param table whose rows are delivered and found
  /// @param freshness is told when posts become visible
  public ActiveReaders(ItemTable table, FanoutSettings settings, Freshness freshness) {
    this.table = table;
    this.settings = settings;
    inboxes = new Inboxes(settings.inboxRows());
    readers = new Slots(inboxes.skipped());
    decisions = new Decisions(edges, settings);
    delivery = new Delivery(table, edges, inboxes, decisions, freshness);
    gathering = new Gathering(table, edges, inboxes);
    Arrays.fill(version, NOBODY);
  }

  // ---- delivery ----

  /// Returns the row after the last that is wholly delivered.
  public int applied() {
    return delivery.applied();
  }

  /// Returns the row after the last that reads may find.
  int visible() {
    return delivery.visible();
  }

  /// Delivers the next rows, those before `end`, until about `most` entries are appended.
  public void deliver(int end, int most) {
    delivery.deliver(end, most);
  }

  /// Returns what was done so far.
  public FanoutWork work() {
    return new FanoutWork(
        delivery.deliveries(), gathering.fetches(), gathering.rebuilds(), decisions.turns());
  }

  /// Returns where the memory goes.
  public Footprint footprint() {
    return new Footprint(
        readers.size(),
        inboxes.bytes(),
        edges.bytesByReader(),
        edges.bytesByAuthor(),
        edges.authors().bytes(),
        readers.bytes()
            + Footprint.of(version)
            + Footprint.of(lastReadMillis)
            + decisions.bytes()
            + gathering.bytes());
  }

  // ---- relations ----

  /// Returns how many readers are active.
  public int size() {
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
        int author = edges.authors().find(other.value());
        int edge = author == Slots.NONE ? Slots.NONE : edges.find(reader, author);
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
      drop(reader);
    }
  }

  private void drop(int reader) {
    edges.close(reader);
    readers.remove(reader);
    version[reader] = NOBODY;
  }

  /// Has every inbox built anew before it is next read.
  void rebuildAll() {
    inboxes.noteAllStale();
  }

  /// Looks at some of the readers, at all of them in an eighth of the time after which readers are
  /// idle: forgets those who are, and turns edges to pull of those who read less than before.
  public void sweep(Instant now) {
    long nowMillis = now.toEpochMilli();
    int bound = readers.bound();
    double passes = (double) (nowMillis - sweptMillis) * PASSES / settings.idleLimit().toMillis();
    int looks = (int) Math.min(bound, passes * bound); // below 1 where no time has passed
    if (looks > 0) {
      sweptMillis = nowMillis;
    }
    for (int i = 0; i < looks; i++) {
      swept = swept + 1 < bound ? swept + 1 : 0;
      if (version[swept] != NOBODY) {
        look(swept, nowMillis);
      }
    }
  }

  private void look(int reader, long nowMillis) {
    if (nowMillis - lastReadMillis[reader] > settings.idleLimit().toMillis()) {
      drop(reader);
    } else {
      decisions.review(reader, nowMillis);
    }
  }

  private int activate(long id, Relations relations, long nowMillis) {
    int reader = readers.add(id);
    if (reader >= version.length) {
      int length = Math.max(reader + 1, version.length * 2);
      int from = version.length;
      version = Arrays.copyOf(version, length);
      lastReadMillis = Arrays.copyOf(lastReadMillis, length);
      Arrays.fill(version, from, length, NOBODY);
    }
    edges.open(reader, relations.followCount());
    inboxes.open(reader);
    decisions.open(reader, nowMillis);
    gathering.open(reader);
    version[reader] = UNKNOWN;
    return reader;
  }

  private void reconcile(int reader, Relations relations) {
    for (int edge = edges.degree(reader) - 1; edge >= 0; edge--) {
      while (edge < edges.degree(reader) && !isWanted(reader, edge, relations)) {
        edges.remove(reader, edge); // another one takes its number
      }
    }
    edges.markAuthorsOf(reader);
    for (int i = 0; i < relations.followCount(); i++) {
      long author = relations.follow(i);
      if (!edges.isMarked(edges.authors().find(author)) && !relations.hides(author)) {
        follow(reader, author);
      }
    }
    version[reader] = relations.version();
    inboxes.noteStale(reader);
  }

  private boolean isWanted(int reader, int edge, Relations relations) {
    long author = edges.authors().id(edges.authorAt(reader, edge));
    return relations.follows(author) && !relations.hides(author);
  }

  private void follow(int reader, long id) {
    int author = edges.add(reader, id);
    if (edges.authors().followers(author) == 1) {
      meet(author, id);
    }
  }

  /// Learns of an author who had no followers here: the newest rows, and how often posts come.
  private void meet(int author, long id) {
    long row = table.newestBy(id);
    while (row >= 0 && (int) row - delivery.visible() >= 0) {
      row = table.previousByAuthor((int) row);
    }
    int count = 0;
    for (; row >= 0 && count < CHAIN_ROWS; row = table.previousByAuthor((int) row)) {
      chain[count++] = (int) row;
    }
    edges.authors().clearRows(author, table.oldest() - 1);
    while (count > 0) {
      int next = chain[--count];
      edges.authors().addNewest(author, next);
      decisions.notePost(author, table.atMillis(next));
    }
  }

  // ---- reading ----

  /// Returns what a reader may find now, newest first: of a timeline the stretch asked for, of a
  /// feed the newest rows.
  public InNetwork read(ReaderView view, FeedQuery query) {
    long id = view.reader().value();
    long nowMillis = query.at().toEpochMilli();
    var relations = view.relations();
    int known = readers.find(id);
    int reader = known == Slots.NONE ? activate(id, relations, nowMillis) : known;
    lastReadMillis[reader] = nowMillis;
    boolean isUpToDate = query.stretch().before() == null;
    decisions.noteRead(reader, isUpToDate ? limit(query) : 0, nowMillis);
    if (version[reader] != relations.version()) {
      reconcile(reader, relations);
    }
    if (inboxes.isStale(reader)) {
      decisions.decide(reader, nowMillis);
      return gather(reader, relations, query);
    }
    var found = gather(reader, relations, query);
    if (isUpToDate && decisions.isDue(reader, nowMillis)) {
      decisions.decide(reader, nowMillis);
    }
    return found;
  }

  private InNetwork gather(int reader, Relations relations, FeedQuery query) {
    return gathering.read(
        reader,
        relations,
        limit(query),
        decisions.depth(reader),
        query.stretch(),
        delivery.applied(),
        delivery.visible());
  }

  private int limit(FeedQuery query) {
    return query.scope() == FeedQuery.Scope.FOLLOWING ? query.limit() : settings.readLimit();
  }
}
