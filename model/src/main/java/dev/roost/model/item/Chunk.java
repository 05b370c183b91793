package dev.roost.model.item;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.Post;
import org.jspecify.annotations.Nullable;

/// A fixed run of rows in columns; it never moves, so readers may keep it.
final class Chunk {

  static final int BITS = 10;
  static final int ROWS = 1 << BITS;
  static final int LINKS = 8;
  private static final int LINE = 16; // floats in a line of memory
  static final int KINDS = EngagementKind.values().length;

  final long[] id = new long[ROWS];
  final long[] author = new long[ROWS];
  final long[] originalId = new long[ROWS]; // its own id for an original
  final long[] writer = new long[ROWS]; // the original's author
  final long[] atMillis = new long[ROWS];
  final int[] topic = new int[ROWS]; // String.hashCode of the label, 0 if none
  final short[] language = new short[ROWS];
  final long[] acknowledgedMicros = new long[ROWS]; // 0 if unknown
  final int[] before = new int[ROWS * LINKS]; // distances to earlier rows of the author, 0 for none
  final boolean[] late = new boolean[ROWS];
  final byte[] status = new byte[ROWS];
  final int[] counts = new int[ROWS * KINDS];
  final double[] heat = new double[ROWS * ItemTable.HEATS];
  final float[][] embedding;
  private final int dimensions;
  final @Nullable Post[] post = new Post[ROWS];

  Chunk(int dimensions) {
    this.dimensions = dimensions;
    embedding = new float[2][ROWS * dimensions];
  }

  /// Loads the lines of memory in which a row's wide columns lie; returns what was loaded.
  long touch(int at) {
    double sum = counts[at * KINDS] + heat[at * ItemTable.HEATS];
    for (int i = at * dimensions, end = i + dimensions; i < end; i += LINE) {
      sum += embedding[0][i] + embedding[1][i];
    }
    return before[at * LINKS] + (long) sum;
  }

  /// Loads what a later row of the same author looks at; returns what was loaded.
  long touchLinks(int at) {
    return author[at] + before[at * LINKS] + before[at * LINKS + LINKS - 1];
  }
}
