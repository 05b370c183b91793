package dev.roost.actors.fanout;

import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Instant;

/// The readers of one partition who have read lately: whom they follow, and what came for them.
///
/// The first read makes a reader active, a time without reads ends that. Each read brings the
/// reader's relations, and edges are brought in step with them when their version differs, so that
/// an acknowledged change is in every later read whatever was told in between.
///
/// For one thread: that of its [FeedPartition], or that of a benchmark which measures the work
/// without the messages.
public final class ActiveReaders {

  private static final int CHAIN_ROWS = 64; // from which an author's rate is first estimated
  private static final int PASSES = 8; // in which all readers are looked at, in the idle limit

  private final ItemTable table;
  private final FanoutSettings settings;
  private final Inboxes inboxes;
  private final Readers readers;
  private final Edges edges;
  private final Decisions decisions;
  private final Delivery delivery;
  private final Gathering gathering;
  private final int[] chain = new int[CHAIN_ROWS];
  private int swept; // the reader looked at last
  private double readersDue; // to be looked at, with fractions
  private long sweptMillis;

  /// Returns a partition's state without readers.
  ///
  /// @param table whose rows are delivered and found
  /// @param freshness is told when posts become visible
  public ActiveReaders(ItemTable table, FanoutSettings settings, Freshness freshness) {
    this.table = table;
    this.settings = settings;
    inboxes = new Inboxes(settings.inboxRows());
    readers = new Readers(inboxes.skipped());
    edges = new Edges(readers);
    decisions = new Decisions(readers, edges, settings);
    delivery = new Delivery(table, edges, inboxes, decisions, freshness);
    gathering = new Gathering(table, readers, edges, inboxes);
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
        readers.bytes());
  }

  // ---- relations ----

  /// Returns how many readers are active.
  public int size() {
    return readers.size();
  }

  /// Takes note of a change of relations; what was added waits for the next read.
  void relate(UserId id, RelationChange change, UserId other, long toVersion) {
    int reader = readers.find(id.value());
    if (reader == Slots.NONE || toVersion <= readers.version(reader)) {
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
  }

  /// Has every inbox built anew before it is next read.
  void rebuildAll() {
    inboxes.noteAllStale();
  }

  /// Looks at some of the readers and authors, at all of them in an eighth of the time after which
  /// readers are idle: forgets those who are, turns edges to pull of those who read less than
  /// before, and lets go of row numbers before others could be taken for them.
  public void sweep(Instant now) {
    long nowMillis = now.toEpochMilli();
    double passMillis = (double) settings.idleLimit().toMillis() / PASSES;
    double passes = Math.clamp((nowMillis - sweptMillis) / passMillis, 0, 1);
    sweptMillis = nowMillis;
    readersDue += passes * readers.bound();
    for (; readersDue >= 1; readersDue--) {
      swept = swept + 1 < readers.bound() ? swept + 1 : 0;
      if (readers.isActive(swept)) {
        look(swept, nowMillis);
      }
    }
    edges.authors().sweep(passes, table.oldest());
  }

  private void look(int reader, long nowMillis) {
    if (nowMillis - readers.lastReadMillis(reader) > settings.idleLimit().toMillis()) {
      drop(reader);
      return;
    }
    if (gathering.isFarBehind(reader, delivery.applied())) {
      inboxes.noteStale(reader);
    }
    if (decisions.review(reader, pushed(reader), nowMillis)) {
      readers.setTaken(reader, inboxes.appended(reader));
    }
  }

  private int activate(long id, Relations relations, long nowMillis) {
    int reader = readers.add(id, nowMillis);
    edges.open(reader, relations.followCount());
    inboxes.open(reader);
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
    readers.setVersion(reader, relations.version());
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
    readers.setLastReadMillis(reader, nowMillis);
    boolean isUpToDate = query.stretch().before() == null;
    decisions.noteRead(reader, isUpToDate ? limit(query) : 0, nowMillis);
    if (readers.version(reader) != relations.version()) {
      reconcile(reader, relations);
    }
    boolean isStale = inboxes.isStale(reader);
    if (isStale) {
      decisions.decide(reader, nowMillis);
    }
    int pushed = pushed(reader);
    var found = gather(reader, relations, query);
    if (isUpToDate) {
      readers.setTaken(reader, inboxes.appended(reader));
      boolean isDue =
          !isStale && decisions.isDue(reader, pushed, gathering.fetched(), gathering.came());
      if (isDue) {
        decisions.decide(reader, nowMillis);
      }
    }
    return found;
  }

  /// Returns what a reader would find, without taking that for a read: rates and idleness stay as
  /// they are. Who is not active, or whose inbox must be built anew, is read for.
  InNetwork lookAhead(ReaderView view, FeedQuery query) {
    int reader = readers.find(view.reader().value());
    boolean isInStep =
        reader != Slots.NONE
            && readers.version(reader) == view.relations().version()
            && !inboxes.isStale(reader);
    return isInStep ? gather(reader, view.relations(), query) : read(view, query);
  }

  private int pushed(int reader) {
    return inboxes.appended(reader) - readers.taken(reader);
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
