package dev.roost.actors.fanout;

import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.Relations;

/// The item table as one partition sees it: rows up to a position that it has applied, and the
/// chains of authors.
///
/// Rows come nearly in order of time. By how much one ever came late is remembered, so that a walk
/// along a chain knows when nothing newer can follow.
final class Timeline {

  private static final int RATE_ROWS = 16;
  private static final double MILLIS_A_DAY = 86_400_000;
  private static final long HOUR_MILLIS = 3_600_000;

  private final ItemTable table;
  private int applied;
  private long highestAt = Long.MIN_VALUE;
  private long highestId;
  private long latestBy; // most milliseconds by which a row was older than one before it

  Timeline(ItemTable table) {
    this.table = table;
    applied = table.oldest();
    for (int end = table.published(); applied != end; ) {
      next();
    }
  }

  /// Returns the row after the last that was applied.
  int applied() {
    return applied;
  }

  /// Steps over the next row; returns whether it is older than one before it.
  boolean next() {
    int row = applied++;
    long at = table.atMillis(row);
    long id = table.id(row);
    boolean late = NewestRows.isOlder(at, id, highestAt, highestId);
    if (late) {
      latestBy = Math.max(latestBy, highestAt - at);
    } else {
      highestAt = at;
      highestId = id;
    }
    return late;
  }

  /// Steps over rows that have left already.
  void skipWhatLeft() {
    int oldest = table.oldest();
    if (applied - oldest < 0) {
      applied = oldest;
    }
  }

  /// Returns whether a row from that time is older than the horizon.
  boolean isPast(long atMillis) {
    return atMillis < table.horizonMillis();
  }

  /// Returns whether a reader may find a row.
  boolean shows(int row, Relations relations) {
    long writer = table.writer(row);
    return !isPast(table.atMillis(row))
        && (writer == table.author(row) || !relations.hides(writer))
        && table.isLive(row); // last: what was read before belonged to the row
  }

  /// Offers the rows of an author that a reader may find, among those applied.
  void collect(long author, Relations relations, int tag, NewestRows into) {
    long next = table.newestBy(author);
    while (next >= 0) {
      int row = (int) next;
      long at = table.atMillis(row);
      long id = table.id(row);
      next = table.previousByAuthor(row);
      if (!table.isRetained(row)) {
        return; // its place in the ring is another's, and so is what was read there
      }
      if (row - applied >= 0) {
        continue; // it comes later, and how late it is is not known yet
      }
      if (at < table.horizonMillis() - latestBy) {
        return;
      }
      if (into.isFull() && at < into.floorMillis() - latestBy) {
        into.noteOverflow();
        return;
      }
      if (shows(row, relations)) {
        into.offer(at, id, row, tag);
      }
    }
  }

  /// Returns how many posts a day an author lately made, over at most 16 of them.
  double postsPerDay(long author, long nowMillis) {
    int rows = 0;
    long since = nowMillis;
    for (long row = table.newestBy(author);
        row >= 0 && rows < RATE_ROWS;
        row = table.previousByAuthor((int) row)) {
      since = table.atMillis((int) row);
      rows++;
    }
    return rows / (Math.max(nowMillis - since, HOUR_MILLIS) / MILLIS_A_DAY);
  }
}
