package dev.roost.model.item;

import dev.roost.model.domain.EngagementKind;
import java.util.Arrays;

/// How often an item was engaged with, by kind: totals that only grow.
public final class ItemCounts {

  private static final int KINDS = EngagementKind.values().length;

  private final int[] byKind;

  private ItemCounts(int[] byKind) {
    this.byKind = byKind;
  }

  /// Returns the counts of an item that nobody met.
  public static ItemCounts zero() {
    return new ItemCounts(new int[KINDS]);
  }

  /// Returns counts in the order of [EngagementKind].
  ///
  /// @param byKind shape `[kinds]`, each at least 0; copied
  public static ItemCounts of(int... byKind) {
    if (byKind.length != KINDS || Arrays.stream(byKind).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("counts must be 8 and not below 0");
    }
    return new ItemCounts(byKind.clone());
  }

  /// Returns the count of a kind.
  public int of(EngagementKind kind) {
    return byKind[kind.ordinal()];
  }

  /// Returns the sum of both; a sum past the largest int stays there.
  public ItemCounts plus(ItemCounts other) {
    var sum = new int[KINDS];
    for (int kind = 0; kind < KINDS; kind++) {
      sum[kind] = (int) Math.min(Integer.MAX_VALUE, (long) byKind[kind] + other.byKind[kind]);
    }
    return new ItemCounts(sum);
  }

  /// Returns the counts in the order of [EngagementKind]; a fresh copy.
  public int[] toArray() {
    return byKind.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemCounts that && Arrays.equals(byKind, that.byKind);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(byKind);
  }

  @Override
  public String toString() {
    return Arrays.toString(byKind);
  }
}
