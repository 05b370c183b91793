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

  private static final int LEAST_ROOM = 128;

  private final ItemTable table;
  private int[] keys = new int[LEAST_ROOM]; // distance to the reference, negative; then the tag
  private int size;
  private int room; // keys that may be there before those not needed are left out
  private final KeyOrder order = new KeyOrder();
  private int[] authorsWithMore = new int[64]; // than one new row
  private int withMore; // how many these are
  private int[] lastKnown = new int[64]; // rows of theirs from which chains are walked on
  private int late; // rows added that are late, at least
  private int touched; // so that a look ahead is not optimised away
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
    late = 0;
    cut = false;
    room = Math.max(LEAST_ROOM, 4 * wanted);
    if (keys.length < room) {
      keys = new int[room];
    }
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

  /// Collects the rows from the floor on of the authors whom a reader pulls: at first those that
  /// the columns of authors know, since they may show that no chain needs to be walked.
  void collectNew(Edges edges, int reader) {
    int pulls = edges.pulls(reader);
    reserve(pulls);
    collectNewest(edges.authors(), edges.authorsOf(reader), pulls);
    collectKnown(edges.authors());
    narrow();
    collectMore(edges.authors());
  }

  private void reserve(int pulls) {
    room = Math.max(room, Authors.NEWEST * pulls + 1);
    if (keys.length < room) {
      keys = new int[room];
    }
    if (authorsWithMore.length <= pulls) {
      authorsWithMore = new int[2 * pulls];
      lastKnown = new int[2 * pulls];
    }
  }

  /// Collects the newest row of each author, if it is new, as it is of about every other one. So it
  /// is written in any case and overwritten if it is not; a branch would be guessed wrong as often.
  private void collectNewest(Authors authors, int[] from, int count) {
    int least = floor;
    int span = reference - floor;
    int found = size;
    int more = 0;
    for (int i = 0; i < count; i++) {
      int author = from[i];
      keys[found] = key(authors.newest(author));
      found += isBelow(authors.newest(author) - least, span);
      authorsWithMore[more] = author;
      more += isBelow(authors.newest(author, 1) - least, span);
    }
    keepWanted(found);
    withMore = more;
  }

  /// Collects the other rows that are known of authors with more than one new row, and keeps those
  /// of whom there may be still more.
  private void collectKnown(Authors authors) {
    int least = floor;
    int span = reference - floor;
    int found = size;
    int more = 0;
    for (int i = 0; i < withMore; i++) {
      int author = authorsWithMore[i];
      int inFloor = 0;
      for (int back = 1; back < Authors.NEWEST; back++) {
        int row = authors.newest(author, back);
        inFloor = isBelow(row - least, span);
        keys[found] = key(row);
        found += inFloor;
      }
      authorsWithMore[more] = author;
      more += inFloor;
    }
    keepWanted(found);
    withMore = more;
  }

  /// Leaves out what may not be shown of the keys from `size` to `found - 1`.
  private void keepWanted(int found) {
    for (int i = size; i < found; i++) {
      int row = reference + (keys[i] >> 1);
      if (isWanted(row)) {
        keep(row, keys[i]);
      }
    }
  }

  private void keep(int row, int key) {
    late += isPunctual(row) ? 0 : 1;
    keys[size++] = key;
  }

  private int key(int row) {
    return (row - reference) << 1 | Inboxes.FETCHED;
  }

  /// Returns 1 if `a` is below `b`, both taken as unsigned, else 0.
  private static int isBelow(int a, int b) {
    return (int) ((Integer.toUnsignedLong(a) - Integer.toUnsignedLong(b)) >>> 63);
  }

  /// Walks the chains of authors on, from the last row that is known.
  private void collectMore(Authors authors) {
    int sum = touched;
    int walks = 0;
    for (int i = 0; i < withMore; i++) {
      int row = authors.newest(authorsWithMore[i], Authors.NEWEST - 1);
      if (isNew(row)) { // still, though the floor may have risen
        lastKnown[walks++] = row;
        sum += table.touchLinks(row);
      }
    }
    touched = sum;
    for (int i = 0; i < walks; i++) {
      if (isNew(lastKnown[i])) {
        collectBefore(lastKnown[i]);
      }
    }
  }

  /// Returns whether a row lies between floor and reference, also where numbers have wrapped since
  /// an author's last post.
  private boolean isNew(int row) {
    return Integer.compareUnsigned(row - floor, reference - floor) < 0;
  }

  /// Collects the rows before one of the same author, from the floor on.
  private void collectBefore(int row) {
    int links = row;
    boolean goesOn = true;
    while (goesOn) {
      if (size + ItemTable.LINKS > room) {
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
      if (size == room) {
        makeRoom();
        if (row - floor < 0) {
          return; // not needed any more
        }
      }
      keep(row, (row - reference) << 1 | tag);
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
    narrow();
    if (size > room / 2) {
      room *= 2;
      keys = Arrays.copyOf(keys, Math.max(room, keys.length));
    }
  }

  /// Raises the floor if many more rows are there than are wanted, and leaves out those below.
  private void narrow() {
    int enough = wanted + late; // late ones may be among the newest
    if (size <= enough + enough / 8) {
      return; // settling does the rest
    }
    int bound = KeyOrder.bound(keys, size, enough, least());
    if (bound > least()) {
      int before = size;
      floor = reference + (bound >> 1);
      size = KeyOrder.dropBelow(keys, size, least());
      cut |= size < before;
    }
  }

  /// Returns what no key is below.
  private int least() {
    return 2 * (floor - reference);
  }

  /// Puts the rows in order, and leaves out what is not needed.
  void settle() {
    narrow();
    order.sort(keys, size, least());
    if (size < wanted) {
      return;
    }
    int punctual = 0;
    for (int i = size - 1; i >= 0; i--) {
      if (isPunctual(rowAt(i)) && ++punctual == wanted) {
        cut = true;
        floor = rowAt(i);
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

  /// Returns the row below which none is needed.
  int floor() {
    return floor;
  }

  /// Returns whether rows were left out because newer ones suffice.
  boolean isCut() {
    return cut;
  }
}
