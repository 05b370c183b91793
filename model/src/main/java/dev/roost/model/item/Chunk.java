package dev.roost.model.item;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.Post;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A fixed run of rows in columns; it never moves, so readers may keep it. Knows what is done to
/// one row, by its number in the run; which rows there are, and who may see them, [ItemTable]
/// knows.
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
  final long[] positiveMillis = new long[ROWS]; // of the last positive engagement, 0 if none
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

  // ---- the writer ----

  /// Writes a new row without engagements, but for its place and its links.
  void fill(int at, Post next, ItemStatus nextStatus, long toldMicros) {
    id[at] = next.id().value();
    author[at] = next.author().value();
    originalId[at] =
        next.repostOf().map(original -> original.item().value()).orElse(next.id().value());
    writer[at] = next.writer().value();
    atMillis[at] = next.at().toEpochMilli();
    topic[at] = next.topic().hashCode();
    language[at] = ItemTable.language(next.language());
    acknowledgedMicros[at] = toldMicros;
    status[at] = (byte) nextStatus.ordinal();
    post[at] = next;
    Arrays.fill(counts, at * KINDS, (at + 1) * KINDS, 0);
    Arrays.fill(heat, at * ItemTable.HEATS, (at + 1) * ItemTable.HEATS, 0);
    positiveMillis[at] = 0;
  }

  /// Writes where a row stands in the space of a column.
  void place(int at, int column, float[] place) {
    System.arraycopy(place, 0, embedding[column], at * dimensions, dimensions);
  }

  /// Writes that no row of the author precedes a row.
  void unlink(int at) {
    Arrays.fill(before, at * LINKS, (at + 1) * LINKS, 0);
  }

  /// Links a row, which has no links yet, to the one before it of the same author, and to those to
  /// which that one is linked.
  void link(int at, int distance, Chunk in, int previous) {
    int to = at * LINKS;
    int from = previous * LINKS;
    before[to] = distance;
    for (int i = 1; i < LINKS && in.before[from + i - 1] != 0; i++) {
      before[to + i] = distance + in.before[from + i - 1];
    }
  }

  /// Raises the totals of a row; what they grew by is new heat.
  ///
  /// @param nowMillis when it was noticed
  /// @param writers told of what they grew by, too
  void setTotals(int at, ItemCounts totals, long nowMillis, WriterTotals writers) {
    int positive = 0;
    int shown = 0;
    for (var kind : EngagementKind.values()) {
      int cell = at * KINDS + kind.ordinal();
      int growth = totals.of(kind) - counts[cell];
      if (growth > 0) {
        counts[cell] = totals.of(kind);
        positive += kind.isPositive() ? growth : 0;
        shown += kind == EngagementKind.IMPRESSION ? growth : 0;
      }
    }
    warm(at, 0, positive);
    warm(at, ItemTable.HALF_LIVES, shown);
    if (positive > 0) {
      positiveMillis[at] = nowMillis;
    }
    if (positive + shown > 0) {
      writers.add(writer[at], shown, positive, nowMillis);
    }
  }

  private void warm(int at, int from, int by) {
    for (int i = 0; i < ItemTable.HALF_LIVES && by > 0; i++) {
      heat[at * ItemTable.HEATS + from + i] += by;
    }
  }

  /// Multiplies the heat of a row by factors of shape `[HEATS]`.
  void fade(int at, double[] factors) {
    int from = at * ItemTable.HEATS;
    for (int i = 0; i < ItemTable.HEATS; i++) {
      heat[from + i] *= factors[i];
    }
  }

  // ---- the readers ----

  /// Returns the totals of a row.
  ItemCounts counts(int at) {
    return ItemCounts.of(Arrays.copyOfRange(counts, at * KINDS, (at + 1) * KINDS));
  }

  /// Returns the dot product of a row's place with `direction`.
  float dot(int at, int column, float[] direction) {
    return dot(embedding[column], at * dimensions, direction);
  }

  /// Writes the dot products of so many rows' places with `direction`, from a row on.
  void dots(int at, int rows, int column, float[] direction, float[] to) {
    var places = embedding[column];
    for (int i = 0; i < rows; i++) {
      to[i] = dot(places, (at + i) * dimensions, direction);
    }
  }

  private static float dot(float[] places, int from, float[] direction) {
    float first = 0; // four sums do not wait for each other
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = 0;
    for (; i + 3 < direction.length; i += 4) {
      first += places[from + i] * direction[i];
      second += places[from + i + 1] * direction[i + 1];
      third += places[from + i + 2] * direction[i + 2];
      fourth += places[from + i + 3] * direction[i + 3];
    }
    float sum = (first + second) + (third + fourth);
    for (; i < direction.length; i++) {
      sum += places[from + i] * direction[i];
    }
    return sum;
  }

  /// Adds a row's place, `weight` times, to `sum`.
  void addPlace(int at, int column, float weight, float[] sum) {
    var places = embedding[column];
    int from = at * dimensions;
    for (int i = 0; i < dimensions; i++) {
      sum[i] += weight * places[from + i];
    }
  }
}
