package dev.roost.model.score;

import static dev.roost.model.score.Lanes.BYTES;
import static dev.roost.model.score.Lanes.LONGS;
import static jdk.incubator.vector.VectorOperators.BITWISE_BLEND;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// Finds the leaves of a group of rows in a tree by comparing every node with every row, without a
/// branch. Keeps what it needs meanwhile, so each thread has one of its own.
///
/// A row is a bit of a word. A node gives the words of rows that it would send right; level by
/// level, what the levels above chose selects among the nodes of a level, which leaves one bit for
/// each level and row: together the number of the leaf.
final class LeafFinder {

  private static final int BLOCK = Long.SIZE;
  private static final int BLOCKS = BinnedRows.GROUP / BLOCK;

  private final int depth;
  private final int[] column; // of each node, where its feature begins within a group
  private final byte[] limit; // the highest bin that goes left
  private final long[] right; // [1 << depth][BLOCKS]
  private final long[] chosen; // [depth][BLOCKS]
  private final byte[] leaves = new byte[BinnedRows.GROUP];

  LeafFinder(int depth, int[] column, byte[] limit) {
    this.depth = depth;
    this.column = column;
    this.limit = limit;
    right = new long[BLOCKS << depth];
    chosen = new long[BLOCKS * depth];
  }

  /// Returns the leaf of each row of a group, as an unsigned byte; valid until the next call.
  byte[] find(byte[] bins, int group, int tree) {
    compare(bins, group, tree << depth);
    for (int level = 0; level < depth; level++) {
      select(level);
    }
    number();
    return leaves;
  }

  private void compare(byte[] bins, int group, int from) {
    for (int node = 1; node < 1 << depth; node++) {
      var limits = ByteVector.broadcast(BYTES, limit[from + node]);
      int at = group + column[from + node];
      int to = node * BLOCKS;
      right[to] = above(bins, at, limits);
      right[to + 1] = above(bins, at + BLOCK, limits);
      right[to + 2] = above(bins, at + 2 * BLOCK, limits);
      right[to + 3] = above(bins, at + 3 * BLOCK, limits);
    }
  }

  private static long above(byte[] bins, int at, ByteVector limits) {
    long rows = 0;
    for (int lane = 0; lane < BLOCK; lane += BYTES.length()) {
      var above = ByteVector.fromArray(BYTES, bins, at + lane).compare(GT, limits);
      rows |= above.toLong() << lane;
    }
    return rows;
  }

  /// Halves the nodes of a level by each choice above it, until one is left.
  private void select(int level) {
    int from = BLOCKS << level;
    for (int above = 0; above < level; above++) {
      halve(from, BLOCKS << (level - 1 - above), above * BLOCKS);
    }
    System.arraycopy(right, from, chosen, level * BLOCKS, BLOCKS);
  }

  private void halve(int from, int half, int by) {
    for (int block = 0; block < BLOCKS; block += LONGS.length()) {
      var which = LongVector.fromArray(LONGS, chosen, by + block);
      for (int i = from + block; i < from + half; i += BLOCKS) {
        var low = LongVector.fromArray(LONGS, right, i);
        var high = LongVector.fromArray(LONGS, right, i + half);
        low.lanewise(BITWISE_BLEND, high, which).intoArray(right, i);
      }
    }
  }

  private void number() {
    for (int row = 0; row < BinnedRows.GROUP; row += BYTES.length()) {
      var number = ByteVector.zero(BYTES);
      for (int level = 0; level < depth; level++) {
        long rows = chosen[level * BLOCKS + row / BLOCK] >>> row; // the shift is modulo BLOCK
        number = number.add(number).sub((byte) -1, VectorMask.fromLong(BYTES, rows));
      }
      number.intoArray(leaves, row);
    }
  }
}
