package dev.roost.model.rank;

import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemTable;
import java.util.Arrays;

/// Items of one request that may be shown, in columns, with what is foretold of them: those that
/// compete, and after them those that are offered by sponsors. Reused from request to request.
///
/// An item may stand in both parts.
final class Slate {

  int size; // of those that compete
  int offered; // by sponsors
  int[] tableRows = {};
  Source[] sources = {};
  double[] scores = {}; // by which they are ordered
  double[] foretold = {}; // [n, Head.COUNT]
  long[] ids = {};
  long[] originals = {};
  long[] writers = {};
  int[] topics = {};
  float[] rows = {}; // [n, features]

  void clear() {
    size = 0;
    offered = 0;
  }

  /// Returns the index after the last item.
  int end() {
    return size + offered;
  }

  /// Returns whether an item is offered and does not compete.
  boolean isOffered(int index) {
    return index >= size;
  }

  /// Makes room for so many, and forgets those that were there.
  void reserve(int count, int features) {
    if (scores.length < count) {
      int room = Math.max(count, 2 * scores.length);
      tableRows = new int[room];
      sources = new Source[room];
      scores = new double[room];
      foretold = new double[room * Head.COUNT];
      ids = new long[room];
      originals = new long[room];
      writers = new long[room];
      topics = new int[room];
      rows = new float[room * features];
    }
  }

  /// Sets which item stands at an index.
  void set(int index, ItemTable table, int row, Source source) {
    tableRows[index] = row;
    sources[index] = source;
    ids[index] = table.id(row);
    originals[index] = table.originalId(row);
    writers[index] = table.writer(row);
    topics[index] = table.topic(row);
  }

  float[] row(int index, int features) {
    return Arrays.copyOfRange(rows, index * features, (index + 1) * features);
  }
}
