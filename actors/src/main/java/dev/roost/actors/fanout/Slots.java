package dev.roost.actors.fanout;

import dev.roost.model.hash.KeyedHash;
import java.util.Arrays;

/// Gives 64-bit keys small numbers, densely and for reuse, so that columns can be indexed by them.
///
/// Extendible hashing: a directory of segments of 1,024 places, each open-addressed with linear
/// probing. A segment that fills is split in two, so the longest pause is that of one segment,
/// however many keys there are; the directory of a million keys is 16 KiB. Removal shifts back what
/// follows within the segment, so no tombstones gather. All operations take O(1) expected time; 20
/// bytes a key.
///
/// Hashes are keyed by [KeyedHash]: clients choose identifiers, and many of one hash would split
/// segments until the memory is full. Slot numbers depend on the order of additions and removals
/// alone, so runs repeat.
///
/// Source: Fagin, Nievergelt, Pippenger and Strong, [Extendible
/// Hashing](https://doi.org/10.1145/320083.320092), ACM TODS 4(3), 1979.
final class Slots {

  private final KeyedHash hashes = KeyedHash.ofProcess();

  static final int NONE = -1;

  private static final int PLACES = 1 << 10; // of a segment; its depth and its count stand behind
  private static final int DEPTH = PLACES;
  private static final int COUNT = PLACES + 1;
  private static final int MOST = PLACES / 8 * 5;
  private static final int DEEPEST = 24;
  private static final int SLOT =
      (1 << 24) - 1; // of an entry: slot + 1; above it, bits of the hash
  private static final int KEY_BITS = 12;
  private static final int KEYS = 1 << KEY_BITS;

  private final int skipped;
  private int[][] directory = {new int[PLACES + 2]};
  private int depth;
  private long[][] keys = new long[4][]; // by slot
  private int[] free = new int[16];
  private int freeCount;
  private int issued;
  private int size;

  /// Returns no slots.
  Slots() {
    this(-1);
  }

  /// Returns no slots.
  ///
  /// @param skipped slots whose low bits are all those of this mask are never given out; -1 for
  ///     none
  Slots(int skipped) {
    this.skipped = skipped;
  }

  /// Returns the slot of `key`, or [#NONE].
  int find(long key) {
    long hash = hashes.of(key);
    int[] segment = segment(hash);
    for (int at = place(hash); segment[at] != 0; at = (at + 1) & (PLACES - 1)) {
      if (((segment[at] ^ tag(hash)) & ~SLOT) == 0 && key((segment[at] & SLOT) - 1) == key) {
        return (segment[at] & SLOT) - 1;
      }
    }
    return NONE;
  }

  /// Loads what [#find(long)] looks at first, so that several keys can wait for memory together;
  /// returns what was loaded, so that it is not left out.
  int touch(long key) {
    long hash = hashes.of(key);
    return segment(hash)[place(hash)];
  }

  /// Returns the slot that `key` most likely has if it has one, or [#NONE] if it has none.
  int guess(long key) {
    long hash = hashes.of(key);
    int[] segment = segment(hash);
    int at = place(hash);
    while (segment[at] != 0 && ((segment[at] ^ tag(hash)) & ~SLOT) != 0) {
      at = (at + 1) & (PLACES - 1);
    }
    return (segment[at] & SLOT) - 1;
  }

  private int[] segment(long hash) {
    return directory[(int) (hash >>> 1 >>> (63 - depth))];
  }

  private static int place(long hash) {
    return (int) hash & (PLACES - 1);
  }

  private static int tag(long hash) {
    return (int) (hash >>> 10) & ~SLOT;
  }

  /// Returns the freed or fresh slot that `key`, which has none yet, is given.
  int add(long key) {
    long hash = hashes.of(key);
    while (segment(hash)[COUNT] >= MOST) {
      split(hash);
    }
    int slot = freeCount > 0 ? free[--freeCount] : issue();
    keys[slot >>> KEY_BITS][slot & (KEYS - 1)] = key;
    put(segment(hash), hash, slot);
    size++;
    return slot;
  }

  private int issue() {
    if ((issued & skipped) == skipped) {
      issued++;
    }
    int slot = issued++;
    if (slot >= SLOT) {
      throw new IllegalStateException("more than " + SLOT + " readers or authors in a partition");
    }
    int chunk = slot >>> KEY_BITS;
    if (chunk >= keys.length) {
      keys = Arrays.copyOf(keys, 2 * chunk);
    }
    if (keys[chunk] == null) {
      keys[chunk] = new long[KEYS];
    }
    return slot;
  }

  private static void put(int[] segment, long hash, int slot) {
    int at = place(hash);
    while (segment[at] != 0) {
      at = (at + 1) & (PLACES - 1);
    }
    segment[at] = tag(hash) | (slot + 1);
    segment[COUNT]++;
  }

  /// Splits the segment of a hash by its next bit.
  private void split(long hash) {
    int[] full = segment(hash);
    if (full[DEPTH] == depth) {
      deepen();
    }
    int[] low = new int[PLACES + 2];
    int[] high = new int[PLACES + 2];
    low[DEPTH] = full[DEPTH] + 1;
    high[DEPTH] = full[DEPTH] + 1;
    for (int at = 0; at < PLACES; at++) {
      if (full[at] != 0) {
        int slot = (full[at] & SLOT) - 1;
        long own = hashes.of(key(slot));
        put((own << full[DEPTH]) < 0 ? high : low, own, slot);
      }
    }
    int shared = depth - full[DEPTH]; // directory bits below the segment's own
    int first = (int) (hash >>> 1 >>> (63 - depth)) >>> shared << shared;
    for (int i = 0; i < 1 << shared; i++) {
      directory[first + i] = i < 1 << (shared - 1) ? low : high;
    }
  }

  private void deepen() {
    if (depth == DEEPEST) {
      throw new IllegalStateException("more than " + MOST + " keys of one hash");
    }
    var deeper = new int[2 * directory.length][];
    for (int i = 0; i < deeper.length; i++) {
      deeper[i] = directory[i >>> 1];
    }
    directory = deeper;
    depth++;
  }

  /// Frees the slot.
  void remove(int slot) {
    long hash = hashes.of(key(slot));
    int[] segment = segment(hash);
    int at = place(hash);
    while ((segment[at] & SLOT) != slot + 1) {
      at = (at + 1) & (PLACES - 1);
    }
    closeGap(segment, at);
    segment[COUNT]--;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, free.length * 2);
    }
    free[freeCount++] = slot;
    size--;
  }

  private void closeGap(int[] segment, int from) {
    int mask = PLACES - 1;
    int gap = from;
    for (int at = (gap + 1) & mask; segment[at] != 0; at = (at + 1) & mask) {
      int home = place(hashes.of(key((segment[at] & SLOT) - 1)));
      if (((at - home) & mask) >= ((at - gap) & mask)) { // its probes started at or before the gap
        segment[gap] = segment[at];
        gap = at;
      }
    }
    segment[gap] = 0;
  }

  /// Returns the key of a slot in use.
  long key(int slot) {
    return keys[slot >>> KEY_BITS][slot & (KEYS - 1)];
  }

  /// Returns how many keys have a slot.
  int size() {
    return size;
  }

  /// Returns the bound of slots given out so far, for columns.
  int bound() {
    return issued;
  }

  /// Returns the memory it takes.
  long bytes() {
    long segments = 0;
    for (int i = 0; i < directory.length; i++) {
      segments += i > 0 && directory[i] == directory[i - 1] ? 0 : Footprint.of(directory[i]);
    }
    return segments + 4L * directory.length + Footprint.of(keys) + Footprint.of(free);
  }
}
