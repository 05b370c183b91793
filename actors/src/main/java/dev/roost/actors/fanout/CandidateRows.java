package dev.roost.actors.fanout;

import dev.roost.model.feed.Place;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.Relations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Collects the newest rows of many chains that one reader may find, for one thread.
///
/// Rows are kept as entries of an inbox relative to a reference, so that sorting plain integers
/// puts them in order. Rows that are not late are newer than all before them: once `wanted` of
/// these are there, no row below the oldest of them can be among the newest `wanted` by time. That
/// row is the floor, below which no chain is followed.
final class CandidateRows {

  private final ItemTable table;
  private int[] keys = new int[1 << 10]; // distance to the reference, negative; then the tag
  private int size;
  private int reference; // the row after the newest that may be collected
  private int wanted;
  private int floor; // rows before it are not needed
  private boolean cut; // whether older rows may have been left out as not needed
  private Relations relations = Relations.none();
  private @Nullable Place before;

  CandidateRows(ItemTable table) {
    this.table = table;
  }

  /// Begins anew.
  ///
  /// @param reference the row after the newest that may be collected
  /// @param floor rows before it are not needed
  /// @param wanted rows that are not late after which older ones are not needed
  /// @param before only rows older than it are collected; null for all
  void begin(Relations of, int reference, int floor, int wanted, @Nullable Place before) {
    relations = of;
    this.reference = reference;
    this.floor = floor;
    this.wanted = wanted;
    this.before = before;
    size = 0;
    cut = false;
  }

  /// Collects from the chain of an author.
  ///
  /// @param newest of the author's rows, maybe one that has left or is not to be collected
  /// @param tag [Inboxes#FETCHED] or 0
  void collect(int newest, int tag) {
    int row = newest;
    while (offer(row, tag)) {
      int links = row;
      for (int i = 0; i < ItemTable.LINKS; i++) {
        int distance = table.distanceBefore(links, i);
        row = links - distance;
        boolean isThere = distance != 0 && table.isRetained(links); // or it is another row's link
        if (!isThere || (i < ItemTable.LINKS - 1 && !offer(row, tag))) {
          return;
        }
      }
    }
  }

  /// Collects the rows of an author from the floor on: first those that are known without a look at
  /// the table.
  void collectNew(Authors authors, int author) {
    int row = authors.newest(author);
    for (int i = 0; row - floor >= 0; row = authors.recent(author, i++)) {
      add(row, Inboxes.FETCHED);
      if (i == Authors.RECENT) {
        collectBefore(row);
        return;
      }
    }
  }

  /// Collects the rows before one of the same author, from the floor on.
  private void collectBefore(int row) {
    int links = row;
    boolean goesOn = true;
    while (goesOn) {
      if (size + ItemTable.LINKS > keys.length) {
        makeRoom();
      }
      int known = size;
      int next = links;
      for (int i = 0; i < ItemTable.LINKS && goesOn; i++) {
        int distance = table.distanceBefore(links, i);
        goesOn = distance != 0 && links - distance - floor >= 0;
        if (goesOn) {
          next = links - distance;
          add(next, Inboxes.FETCHED);
        }
      }
      if (!table.isRetained(links)) {
        size = known; // these were another row's links
        return;
      }
      links = next;
    }
  }

  private void add(int row, int tag) {
    if (isWanted(row)) {
      if (size == keys.length) {
        makeRoom();
      }
      keys[size++] = (row - reference) << 1 | tag;
    }
  }

  /// Takes a row if it may be shown; returns whether older ones of its author may be needed.
  private boolean offer(int row, int tag) {
    if (!table.isRetained(row)) {
      return false;
    }
    if (row - floor < 0) {
      return false;
    }
    if (row - reference < 0 && (before == null || standsBefore(row, before))) {
      add(row, tag);
    }
    return true;
  }

  /// Returns whether the reader may find a row.
  boolean isWanted(int row) {
    return table.isPlain(row)
        || (shows(row) && table.isRetained(row)); // last: what was read before belonged to the row
  }

  private boolean standsBefore(int row, Place place) {
    return Place.isOlder(table.atMillis(row), table.id(row), place.atMillis(), place.item());
  }

  private boolean shows(int row) {
    long writer = table.writer(row);
    return table.atMillis(row) >= table.horizonMillis()
        && (writer == table.author(row) || !relations.hides(writer))
        && table.isLive(row);
  }

  private void makeRoom() {
    settle();
    if (size > keys.length / 2) {
      keys = Arrays.copyOf(keys, 2 * keys.length);
    }
  }

  /// Puts the rows in order, and leaves out what is not needed.
  void settle() {
    Arrays.sort(keys, 0, size);
    if (size < wanted) {
      return;
    }
    int punctual = 0;
    for (int i = size - 1; i >= 0; i--) {
      int row = rowAt(i);
      if (isPunctual(row) && ++punctual == wanted) {
        cut = true;
        floor = row;
        System.arraycopy(keys, i, keys, 0, size - i);
        size -= i;
        return;
      }
    }
  }

  private boolean isPunctual(int row) {
    return table.isPlain(row) || !table.isLate(row); // the first is the cheaper look
  }

  /// Returns how many rows were collected.
  int size() {
    return size;
  }

  /// Returns the row at a place; after [#settle()] the oldest is at 0.
  int rowAt(int i) {
    return reference + (keys[i] >> 1);
  }

  /// Returns the entry of an inbox for the row at a place.
  int entryAt(int i) {
    return Inboxes.entry(rowAt(i)) | (keys[i] & Inboxes.FETCHED);
  }

  /// Returns whether rows were left out because newer ones suffice.
  boolean isCut() {
    return cut;
  }
}
