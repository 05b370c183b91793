package dev.roost.actors.fanout;

import dev.roost.model.domain.ItemId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The retained rows that repeat each item, oldest first. O(1) amortised time an operation.
final class Reposts {

  private record Repost(int row, ItemId original) {}

  private final Deque<Repost> all = new ArrayDeque<>(); // in the order of rows
  private final Map<ItemId, Deque<Integer>> byOriginal = new HashMap<>();

  /// Adds the newest row.
  void add(int row, ItemId original) {
    all.add(new Repost(row, original));
    byOriginal.computeIfAbsent(original, _ -> new ArrayDeque<>(1)).add(row);
  }

  /// Forgets rows that have left: those before `oldest`.
  void dropBefore(int oldest) {
    while (!all.isEmpty() && all.getFirst().row() - oldest < 0) {
      var original = all.removeFirst().original();
      byOriginal.computeIfPresent(
          original, (_, rows) -> rows.size() == 1 ? null : withoutFirst(rows));
    }
  }

  private static Deque<Integer> withoutFirst(Deque<Integer> rows) {
    rows.removeFirst();
    return rows;
  }

  /// Returns the rows that repeat an item; not to be kept.
  Iterable<Integer> of(ItemId original) {
    Iterable<Integer> rows = byOriginal.get(original);
    return rows == null ? List.of() : rows;
  }

  /// Returns whether a row repeats the item.
  boolean has(ItemId original) {
    return byOriginal.containsKey(original);
  }
}
