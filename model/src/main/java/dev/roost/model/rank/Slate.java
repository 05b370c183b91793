package dev.roost.model.rank;

import java.util.Arrays;

/// Candidates of one request that may be shown, in columns, with what is foretold of them; reused
/// from request to request.
final class Slate {

  int size;
  int[] candidates = {}; // index among the candidates
  double[] scores = {}; // by which they are ordered
  double[] foretold = {}; // [n, Head.COUNT]
  long[] ids = {};
  long[] writers = {};
  int[] topics = {};
  float[] rows = {}; // [n, features]

  void clear() {
    size = 0;
  }

  /// Makes room for so many.
  void reserve(int count, int features) {
    if (scores.length < count) {
      int room = Math.max(count, 2 * scores.length);
      candidates = new int[room];
      scores = new double[room];
      foretold = new double[room * Head.COUNT];
      ids = new long[room];
      writers = new long[room];
      topics = new int[room];
      rows = new float[room * features];
    }
  }

  float[] row(int index, int features) {
    return Arrays.copyOfRange(rows, index * features, (index + 1) * features);
  }
}
