package dev.roost.simulator.graph;

import java.util.Arrays;

/// Writes an [Adjacency] node by node, in ascending order.
///
/// What the node at hand points to is kept in a hash set with open addressing, so that all of it is
/// O(nodes + edges) but for the sorting of each list.
public final class AdjacencyWriter {

  private static final int ROOM = 256; // slots at first, a power of two

  private final int[] start;
  private int[] to;
  private int node;
  private int size;
  private int[] slots = filled(ROOM);

  /// @param expectedEdges room made for them; there may be more or fewer
  public AdjacencyWriter(int nodes, int expectedEdges) {
    this.start = new int[nodes + 1];
    this.to = new int[Math.max(16, expectedEdges)];
  }

  private static int[] filled(int room) {
    var slots = new int[room];
    Arrays.fill(slots, -1);
    return slots;
  }

  /// Returns how many the node at hand points to.
  public int count() {
    return size - start[node];
  }

  /// Lets the node at hand point to another, once.
  ///
  /// @return whether that is new
  public boolean add(int other) {
    if (2 * count() >= slots.length) {
      widen();
    }
    int slot = slotOf(other);
    if (slots[slot] == other) {
      return false;
    }
    slots[slot] = other;
    if (size == to.length) {
      to = Arrays.copyOf(to, (int) Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2));
    }
    to[size++] = other;
    return true;
  }

  private int slotOf(int other) {
    int mask = slots.length - 1;
    int slot = (other * 0x9e3779b9) >>> 7 & mask;
    while (slots[slot] >= 0 && slots[slot] != other) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void widen() {
    slots = filled(2 * slots.length);
    for (int edge = start[node]; edge < size; edge++) {
      slots[slotOf(to[edge])] = to[edge];
    }
  }

  /// Ends the list of the node at hand; the next is at hand now.
  public void next() {
    Arrays.sort(to, start[node], size);
    start[++node] = size;
    if (slots.length > ROOM) {
      slots = new int[ROOM];
    }
    Arrays.fill(slots, -1);
  }

  /// Returns what was written, once the list of each node has ended.
  public Adjacency written() {
    return new Adjacency(start, Arrays.copyOf(to, size));
  }
}
