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
  private static final int FEW = 96; // keys up to which counting is fastest
  private static final int WORDS_A_KEY = 4; // up to which looking through bits is faster

  private final ItemTable table;
  private int[] keys = new int[LEAST_ROOM]; // distance to the reference, negative; then the tag
  private int size;
  private int room; // keys that may be there before those not needed are left out
  private final int[] few = new int[FEW];
  private long[] bits = new long[64]; // all clear
  private int[] authorsWithMore = new int[64]; // than one new row
  private int withMore; // how many these are
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

  /// Collects the rows from the floor on of the authors whom a reader pulls. The newest of each
  /// come first, since they may show already that older ones are not needed.
  void collectNew(Edges edges, int reader) {
    int pulls = edges.pulls(reader);
    reserve(pulls);
    collectNewest(edges.authors(), edges.authorsOf(reader), pulls);
    if (size >= wanted) {
      settle();
    }
    for (int i = 0; i < withMore; i++) {
      collectMore(edges.authors().beforeNewest(authorsWithMore[i]));
    }
  }

  private void reserve(int pulls) {
    room = Math.max(room, pulls + 1);
    if (keys.length < room) {
      keys = new int[room];
    }
    if (authorsWithMore.length <= pulls) {
      authorsWithMore = new int[2 * pulls];
    }
  }

  /// Collects the newest row of each author. About every other author has one: so it is written in
  /// any case and overwritten if it does not count, for a branch would be guessed wrong as often.
  private void collectNewest(Authors authors, int[] from, int count) {
    int least = floor;
    int span = reference - floor;
    int found = 0;
    int more = 0;
    for (int i = 0; i < count; i++) {
      int author = from[i];
      int row = authors.newest(author);
      keys[found] = (row - reference) << 1 | Inboxes.FETCHED;
      found += isBelow(row - least, span);
      authorsWithMore[more] = author;
      more += isBelow(authors.beforeNewest(author) - least, span);
    }
    size = 0;
    for (int i = 0; i < found; i++) {
      int key = keys[i];
      if (isWanted(reference + (key >> 1))) {
        keys[size++] = key;
      }
    }
    withMore = more;
  }

  /// Returns 1 if `a` is below `b`, both taken as unsigned, else 0.
  private static int isBelow(int a, int b) {
    return (int) ((Integer.toUnsignedLong(a) - Integer.toUnsignedLong(b)) >>> 63);
  }

  private void collectMore(int row) {
    if (isNew(row)) { // still, though the floor may have risen
      add(row, Inboxes.FETCHED);
      collectBefore(row);
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
    if (size > room / 2) {
      room *= 2;
      keys = Arrays.copyOf(keys, Math.max(room, keys.length));
    }
  }

  /// Puts the rows in order, and leaves out what is not needed.
  void settle() {
    sort();
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

  /// Puts the keys, all different, in order. Comparing them guesses every other branch wrong, so
  /// few keys are counted, and where many lie densely each sets a bit.
  private void sort() {
    int span = 2 * (reference - floor); // no key is less than minus this
    int words = (span + Long.SIZE - 1) / Long.SIZE;
    if (size <= FEW) {
      sortFew();
    } else if (words <= WORDS_A_KEY * size) {
      sortByBits(span, words);
    } else {
      Arrays.sort(keys, 0, size);
    }
  }

  /// Puts each key where as many stand before it as are less.
  private void sortFew() {
    int count = size;
    System.arraycopy(keys, 0, few, 0, count);
    for (int i = 0; i < count; i++) {
      int key = few[i];
      int less = 0;
      for (int j = 0; j < count; j++) {
        less += (few[j] - key) >>> 31; // no difference is as large as to overflow
      }
      keys[less] = key;
    }
  }

  private void sortByBits(int span, int words) {
    if (bits.length < words) {
      bits = new long[words];
    }
    for (int i = 0; i < size; i++) {
      int bit = keys[i] + span;
      bits[bit / Long.SIZE] |= 1L << bit;
    }
    size = 0;
    for (int at = 0; at < words; at++) {
      for (long word = bits[at]; word != 0; word &= word - 1) {
        keys[size++] = at * Long.SIZE + Long.numberOfTrailingZeros(word) - span;
      }
      bits[at] = 0;
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
