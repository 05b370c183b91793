package dev.roost.actors.item;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.hash.KeyedHash;
import dev.roost.model.item.ItemCounts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Counts of engagements by item and kind: open addressing over primitive arrays, one writer.
///
/// Entries are numbered from 0 in the order in which items first came; 44 bytes and some slack per
/// item. A count past the largest int stays there.
public final class CountsByItem {

  private final KeyedHash hashes = KeyedHash.ofProcess();

  private static final int KINDS = EngagementKind.values().length;

  private int[] slots = new int[64]; // entry + 1, 0 for none; a power of two
  private long[] items = new long[32];
  private int[] counts = new int[32 * KINDS];
  private int size;

  /// Adds engagements.
  public void add(List<Engagement> engagements) {
    for (var engagement : engagements) {
      int at = entry(engagement.item().value()) * KINDS + engagement.kind().ordinal();
      if (counts[at] < Integer.MAX_VALUE) {
        counts[at]++;
      }
    }
  }

  /// Returns how many items were engaged with.
  public int size() {
    return size;
  }

  /// Returns the item of an entry.
  public long item(int entry) {
    return items[entry];
  }

  /// Returns the counts of an entry.
  public ItemCounts counts(int entry) {
    return ItemCounts.of(Arrays.copyOfRange(counts, entry * KINDS, (entry + 1) * KINDS));
  }

  /// Returns the entry of an item, or -1.
  public int find(long item) {
    return slots[slot(slots, item)] - 1;
  }

  /// Returns the entries in the order of their items' identifiers.
  public int[] sorted() {
    return IntStream.range(0, size)
        .boxed()
        .sorted((a, b) -> Long.compareUnsigned(items[a], items[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int entry(long item) {
    int slot = slot(slots, item);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == items.length) {
      grow();
      slot = slot(slots, item);
    }
    items[size] = item;
    slots[slot] = ++size;
    return size - 1;
  }

  private void grow() {
    items = Arrays.copyOf(items, size * 2);
    counts = Arrays.copyOf(counts, size * 2 * KINDS);
    var wider = new int[slots.length * 2];
    for (int entry = 0; entry < size; entry++) {
      wider[slot(wider, items[entry])] = entry + 1;
    }
    slots = wider;
  }

  private int slot(int[] in, long item) {
    int mask = in.length - 1;
    int at = (int) hashes.of(item) & mask;
    while (in[at] != 0 && items[in[at] - 1] != item) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
