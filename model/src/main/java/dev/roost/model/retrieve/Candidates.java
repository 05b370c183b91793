package dev.roost.model.retrieve;

import dev.roost.model.feed.Place;
import dev.roost.model.feed.Source;
import dev.roost.model.hash.KeyedHash;
import dev.roost.model.item.ItemTable;
import java.util.Arrays;

/// Rows that compete for one feed, each with the source that found it; for one thread.
///
/// An original and its reposts are one candidate. Of several finds the one whose source comes first
/// by [Source#order()] stays; among equals the original, then the repost that is first by [Place]:
/// whoever passed it on first is named, and later reposts change nothing. Which of them were pushed
/// and which pulled does not matter, nor does the order of adding. Rows that are not live are not
/// taken.
public final class Candidates {

  private final KeyedHash hashes = KeyedHash.ofProcess();

  private static final Source[] SOURCES = Source.values();

  private final ItemTable table;
  private int[] rows;
  private byte[] sources;
  private int size;
  private int[] slots; // open addressing by original: 1 + index, 0 if free

  /// Returns an empty list.
  ///
  /// @param expected number of candidates for which there is room at once
  public Candidates(ItemTable table, int expected) {
    this.table = table;
    rows = new int[Math.max(8, expected)];
    sources = new byte[rows.length];
    slots = new int[Integer.highestOneBit(rows.length) * 4];
  }

  /// Empties the list, so that it may serve another feed.
  public void clear() {
    size = 0;
    Arrays.fill(slots, 0);
  }

  /// Adds a row, unless it is not live or is there already by a better source.
  ///
  /// @return whether the list changed
  public boolean add(int row, Source source) {
    if (!table.isLive(row)) {
      return false;
    }
    int slot = slot(table.originalId(row));
    if (slots[slot] != 0) {
      return replace(slots[slot] - 1, row, source);
    }
    if (size == rows.length) {
      grow();
      slot = slot(table.originalId(row));
    }
    rows[size] = row;
    sources[size] = (byte) source.ordinal();
    slots[slot] = ++size;
    return true;
  }

  /// Adds several rows of one source.
  public void addAll(int[] found, Source source) {
    for (int row : found) {
      add(row, source);
    }
  }

  /// Adds every live row, as [Source#ALL_LIVE].
  public void addEveryLive() {
    for (int row = table.oldest(); row != table.published(); row++) {
      add(row, Source.ALL_LIVE);
    }
  }

  private boolean replace(int index, int row, Source source) {
    boolean better = precedes(row, source, rows[index], source(index));
    if (better) {
      rows[index] = row;
      sources[index] = (byte) source.ordinal();
    }
    return better;
  }

  private boolean precedes(int row, Source source, int other, Source otherSource) {
    if (source.order() != otherSource.order()) {
      return source.order() < otherSource.order();
    }
    if (row == other) {
      return source.compareTo(otherSource) < 0;
    }
    boolean isRepost = table.id(row) != table.originalId(row);
    boolean isOtherRepost = table.id(other) != table.originalId(other);
    return isRepost == isOtherRepost
        ? Place.isOlder(table.atMillis(row), table.id(row), table.atMillis(other), table.id(other))
        : isOtherRepost;
  }

  private int slot(long original) {
    int mask = slots.length - 1;
    int slot = (int) hashes.of(original) & mask;
    while (slots[slot] != 0 && table.originalId(rows[slots[slot] - 1]) != original) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    rows = Arrays.copyOf(rows, 2 * rows.length);
    sources = Arrays.copyOf(sources, rows.length);
    slots = new int[Integer.highestOneBit(rows.length) * 4];
    for (int i = 0; i < size; i++) {
      slots[slot(table.originalId(rows[i]))] = i + 1;
    }
  }

  /// Returns the number of candidates.
  public int size() {
    return size;
  }

  /// Returns the row of a candidate.
  public int row(int index) {
    return rows[index];
  }

  /// Returns the source of a candidate.
  public Source source(int index) {
    return SOURCES[sources[index]];
  }
}
