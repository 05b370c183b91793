package dev.roost.actors.fanout;

import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.Relations;

/// Gathers what one reader may find: the newest rows by the authors whom the reader follows and
/// does not hide, up to a limit, in order of time and identifier.
///
/// A read first brings the inbox up to date: rows of pulled authors that came since the read before
/// are fetched from their chains and merged into the newest end of the ring, so that each row is
/// fetched once. Then the ring is the answer, but for rows that may not be shown. The answer is
/// exact, whatever was pushed or pulled: where the ring cannot give it alone, because relations
/// changed, or too many rows were withdrawn or came late, all chains are walked and the ring is
/// written anew. Rows older than a place are always taken from the chains, as far as the item table
/// goes back.
final class Gathering {

  private static final int OLD = 1 << 29; // entries this far back would soon be taken for others

  private final ItemTable table;
  private final Readers readers;
  private final Edges edges;
  private final Inboxes inboxes;
  private final CandidateRows rows;
  private final NewestFirst order;
  private final int[] ring; // of the reader at hand, or a part of it
  private int[] merged = new int[64];
  private int touched; // so that a look ahead is not optimised away
  private int fetched; // at the last read
  private double came; // how many
  private long rebuilds;
  private long fetches;

  Gathering(ItemTable table, Readers readers, Edges edges, Inboxes inboxes) {
    this.table = table;
    this.readers = readers;
    this.edges = edges;
    this.inboxes = inboxes;
    rows = new CandidateRows(table);
    order = new NewestFirst(table);
    ring = new int[inboxes.entries()];
  }

  /// Returns how many inboxes were built from chains so far.
  long rebuilds() {
    return rebuilds;
  }

  /// Returns how many rows were fetched from chains so far, for inboxes that were not built anew.
  long fetches() {
    return fetches;
  }

  /// Returns how many rows the last read of an inbox fetched.
  int fetched() {
    return fetched;
  }

  /// Returns how many rows by pulled authors came before it, since the read before: as many as were
  /// fetched, or, where these were enough, as many as there are if they came evenly.
  double came() {
    return came;
  }

  /// Returns the newest rows of a stretch that a reader may find.
  ///
  /// @param depth rows that reads of this reader ask for, at least `limit` unless an inbox holds
  ///     less; as many are fetched at most
  /// @param applied rows before it are in the inboxes of their push followers
  /// @param visible rows before it may be found; one more than `applied` while that row is being
  ///     delivered
  InNetwork read(
      int reader,
      Relations relations,
      int limit,
      int depth,
      Stretch stretch,
      int applied,
      int visible) {
    if (stretch.before() != null) {
      collect(reader, relations, visible, limit, stretch);
      return answer(limit, stretch);
    }
    fetched = 0;
    came = 0;
    if (!inboxes.isStale(reader) && !isFarBehind(reader, applied)) {
      int before = touched;
      touched =
          before
              + edges.touchPulls(reader)
              + inboxes.touchNewest(reader, Math.min(limit, ring.length));
      fetch(reader, relations, depth, applied, visible);
      if (fromInbox(reader, relations, limit, stretch, visible)) {
        return order.answer();
      }
    }
    rebuild(reader, relations, applied, visible, limit);
    return answer(limit, stretch);
  }

  /// Returns whether so many rows passed since the last read that others could be taken for those
  /// in the inbox.
  boolean isFarBehind(int reader, int applied) {
    return Integer.compareUnsigned(applied - readers.seen(reader), OLD) > 0;
  }

  // ---- the inbox ----

  /// Fetches what pulled authors posted since the last read, and merges it into the ring.
  private void fetch(int reader, Relations relations, int depth, int applied, int visible) {
    int since = readers.seen(reader);
    readers.setSeen(reader, applied);
    if (edges.pulls(reader) == 0) {
      return;
    }
    int oldest = table.oldest();
    rows.begin(relations, visible, since - oldest < 0 ? oldest : since, depth, null);
    rows.collectNew(edges, reader);
    rows.settle();
    fetched = rows.size();
    fetches += fetched;
    came = fetched;
    if (rows.isCut()) {
      came *= (double) (visible - since) / (visible - rows.floor());
      int size = merge(reader, pushed(reader, rows.floor(), visible), visible);
      inboxes.write(reader, merged, Math.max(0, size - inboxes.entries()), size, true);
    } else if (rows.size() > 0) {
      int pushed = pushed(reader, since, visible);
      int size = merge(reader, pushed, visible);
      inboxes.replaceNewest(reader, pushed, merged, size);
    }
  }

  /// Returns how many entries of the ring are of rows from `since` on.
  private int pushed(int reader, int since, int visible) {
    int count = inboxes.size(reader);
    int pushed = 0;
    while (pushed < count && Inboxes.row(inboxes.newest(reader, pushed), visible) - since >= 0) {
      pushed++;
    }
    return pushed;
  }

  /// Merges the fetched rows with the newest entries of the ring; returns how many that makes.
  private int merge(int reader, int pushed, int visible) {
    if (merged.length < rows.size() + pushed) {
      merged = new int[2 * (rows.size() + pushed)];
    }
    int size = 0;
    int left = pushed;
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.rowAt(i);
      while (left > 0 && Inboxes.row(inboxes.newest(reader, left - 1), visible) - row < 0) {
        merged[size++] = inboxes.newest(reader, --left);
      }
      boolean isThere = left > 0 && Inboxes.row(inboxes.newest(reader, left - 1), visible) == row;
      if (!isThere) {
        merged[size++] = rows.entryAt(i);
      }
    }
    while (left > 0) {
      merged[size++] = inboxes.newest(reader, --left);
    }
    return size;
  }

  /// Puts the answer together from the ring; returns whether nothing that was lost belongs to it.
  private boolean fromInbox(
      int reader, Relations relations, int limit, Stretch stretch, int visible) {
    order.begin(limit, stretch.after());
    rows.begin(relations, visible, table.oldest(), 0, null);
    boolean hasAll = !inboxes.hasLost(reader);
    int count = inboxes.size(reader);
    for (int back = 0; back < count && !order.isFull(); back += limit) {
      int part = Math.min(limit, count - back);
      inboxes.copy(reader, back, part, ring);
      int left = take(part, visible);
      if (left > 0) {
        hasAll = true; // all before have left, too
        forget(reader, back + part - left, visible - Inboxes.row(ring[left - 1], visible));
        break;
      }
    }
    order.dropBefore(table.oldest()); // of these the bits may be those of other rows
    boolean isBounded = order.finish();
    return isBounded || hasAll;
  }

  /// Takes entries of the ring, newest first, as far as they are needed or one has left the table;
  /// returns how many stand up to that one, or 0.
  private int take(int count, int visible) {
    int oldest = table.oldest();
    for (int i = count - 1; i >= 0 && !order.isFull(); i--) {
      int row = Inboxes.row(ring[i], visible);
      if (row - oldest < 0) {
        return i + 1;
      }
      int fetched = ring[i] & Inboxes.FETCHED;
      if (table.isPlain(row)) {
        order.addPunctual(row, fetched);
      } else if (rows.isWanted(row)) {
        order.add(row, fetched);
      }
    }
    return 0;
  }

  /// Drops entries that have left, before so many rows passed that they look like others.
  ///
  /// @param kept entries that are newer
  private void forget(int reader, int kept, int age) {
    if (age > OLD) {
      inboxes.copy(reader, 0, kept, ring);
      inboxes.write(reader, ring, 0, kept, false);
    }
  }

  // ---- the chains ----

  private void rebuild(int reader, Relations relations, int applied, int visible, int limit) {
    rebuilds++;
    collect(reader, relations, visible, Math.max(limit, inboxes.entries()), Stretch.ALL);
    int from = Math.max(0, rows.size() - inboxes.entries());
    for (int i = from; i < rows.size(); i++) {
      ring[i - from] = rows.entryAt(i);
    }
    inboxes.write(reader, ring, 0, rows.size() - from, rows.isCut() || from > 0);
    readers.setSeen(reader, applied);
  }

  private void collect(int reader, Relations relations, int visible, int wanted, Stretch stretch) {
    rows.begin(relations, visible, table.oldest(), wanted, stretch.before());
    var authors = edges.authors();
    int pulls = edges.pulls(reader);
    for (int edge = 0; edge < edges.degree(reader); edge++) {
      rows.collect(
          authors.newest(edges.authorAt(reader, edge)), edge < pulls ? Inboxes.FETCHED : 0);
    }
    rows.settle();
  }

  private InNetwork answer(int limit, Stretch stretch) {
    order.begin(limit, stretch.after());
    for (int i = rows.size() - 1; i >= 0 && !order.isFull(); i--) {
      order.add(rows.rowAt(i), rows.entryAt(i) & Inboxes.FETCHED);
    }
    order.dropBefore(table.oldest()); // of these the bits may have been those of other rows
    order.finish();
    return order.answer();
  }
}
