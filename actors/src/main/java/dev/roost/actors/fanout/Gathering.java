package dev.roost.actors.fanout;

import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.Relations;
import java.util.Arrays;

/// Gathers what one reader may find: the newest rows by the authors whom the reader follows and
/// does not hide, up to a limit, in order of time and identifier.
///
/// The answer is exact, whatever was pushed or pulled: where an inbox cannot answer alone, because
/// relations changed, rows came late, or many were withdrawn, it is built anew from the authors'
/// chains.
final class Gathering {

  private static final int PUSHED = 0;
  private static final int PULLED = 1;

  private final ItemTable table;
  private final Timeline timeline;
  private final Edges edges;
  private final Inboxes inboxes;
  private final int limit;
  private final NewestRows ring;
  private final NewestRows answer;
  private final int[] rows;
  private final int[] found;
  private long rebuilds;

  Gathering(ItemTable table, Timeline timeline, Edges edges, Inboxes inboxes, int limit) {
    this.table = table;
    this.timeline = timeline;
    this.edges = edges;
    this.inboxes = inboxes;
    this.limit = limit;
    ring = new NewestRows(inboxes.entries());
    answer = new NewestRows(limit);
    rows = new int[inboxes.entries()];
    found = new int[limit];
  }

  /// Returns how many inboxes were built from chains so far.
  long rebuilds() {
    return rebuilds;
  }

  /// Returns what a reader may find now, newest first.
  InNetwork read(int reader, Relations relations) {
    int pushed = readInbox(reader, relations);
    return edges.pulls(reader) == 0
        ? new InNetwork(Arrays.copyOf(found, pushed), new int[0])
        : pull(reader, pushed, relations);
  }

  /// Puts the newest rows of the inbox into `found`, newest first; returns how many.
  private int readInbox(int reader, Relations relations) {
    if (inboxes.isStale(reader)) {
      rebuild(reader, relations);
    }
    int count = sortedCopy(reader);
    int shown = filter(count, relations);
    if (inboxes.hasLost(reader) && !isComplete(reader, shown)) {
      rebuild(reader, relations);
      return filter(inboxes.copy(reader, rows), relations);
    }
    if (inboxes.isLate(reader)) {
      keepSorted(reader, count);
    } else {
      inboxes.noteSorted(reader);
    }
    return shown;
  }

  /// Writes a ring back in order of time, without what may be older than a row that was lost.
  private void keepSorted(int reader, int count) {
    boolean lost = inboxes.hasLost(reader);
    int kept = count;
    while (lost && kept > 0 && isOlder(rows[kept - 1], inboxes.oldest(reader))) {
      kept--;
    }
    inboxes.write(reader, rows, kept, lost);
  }

  private boolean isOlder(int row, int other) {
    return NewestRows.isOlder(
        table.atMillis(row), table.id(row), table.atMillis(other), table.id(other));
  }

  /// Puts an inbox into `rows`, newest first by time; returns how many.
  private int sortedCopy(int reader) {
    int count = inboxes.copy(reader, rows);
    if (!inboxes.isLate(reader)) {
      return count;
    }
    ring.clear();
    for (int i = 0; i < count; i++) {
      long at = table.atMillis(rows[i]);
      long id = table.id(rows[i]);
      if (table.isRetained(rows[i])) {
        ring.offer(at, id, rows[i], PUSHED);
      }
    }
    return drain(ring, rows);
  }

  private static int drain(NewestRows from, int[] newestFirst) {
    int count = from.size();
    for (int i = count - 1; i >= 0; i--) {
      newestFirst[i] = (int) from.takeOldest();
    }
    return count;
  }

  private int filter(int count, Relations relations) {
    int shown = 0;
    for (int i = 0; i < count && shown < limit; i++) {
      if (timeline.shows(rows[i], relations)) {
        found[shown++] = rows[i];
      }
    }
    return shown;
  }

  /// Returns whether no row that an inbox lost belongs among the `shown` rows found in it.
  private boolean isComplete(int reader, int shown) {
    if (!inboxes.oldestBoundsLost(reader)) {
      return false;
    }
    int oldest = inboxes.oldest(reader);
    if (timeline.isPast(table.atMillis(oldest))) {
      return table.isRetained(oldest);
    }
    return shown == limit && !isOlder(found[limit - 1], oldest) && table.isRetained(oldest);
  }

  private void rebuild(int reader, Relations relations) {
    rebuilds++;
    ring.clear();
    for (int edge = 0; edge < edges.degree(reader); edge++) {
      if (edges.isPush(reader, edge)) {
        timeline.collect(edges.authorAt(reader, edge), relations, PUSHED, ring);
      }
    }
    boolean lost = ring.hasOverflowed();
    inboxes.write(reader, rows, drain(ring, rows), lost);
  }

  private InNetwork pull(int reader, int pushedCount, Relations relations) {
    answer.clear();
    for (int i = 0; i < pushedCount; i++) {
      answer.offer(table.atMillis(found[i]), table.id(found[i]), found[i], PUSHED);
    }
    for (int edge = 0; edge < edges.degree(reader); edge++) {
      if (!edges.isPush(reader, edge)) {
        timeline.collect(edges.authorAt(reader, edge), relations, PULLED, answer);
      }
    }
    return split(answer);
  }

  private static InNetwork split(NewestRows from) {
    var byTag = new int[2][from.size()];
    var starts = new int[] {from.size(), from.size()};
    while (from.size() > 0) {
      long tagged = from.takeOldest();
      int tag = (int) (tagged >>> 32);
      byTag[tag][--starts[tag]] = (int) tagged;
    }
    return new InNetwork(
        Arrays.copyOfRange(byTag[PUSHED], starts[PUSHED], byTag[PUSHED].length),
        Arrays.copyOfRange(byTag[PULLED], starts[PULLED], byTag[PULLED].length));
  }
}
