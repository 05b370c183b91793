package dev.roost.model.rank;

import java.util.Arrays;

/// Candidates of one request in columns, with scores; reused from request to request.
final class Slate {

  int size;
  double[] scores = {};
  long[] ids = {};
  long[] writers = {};
  int[] topics = {};
  boolean[] eligible = {};
  float[] rows = {};

  void resize(int count, int features) {
    size = count;
    if (scores.length < count) {
      int room = Math.max(count, 2 * scores.length);
      scores = new double[room];
      ids = new long[room];
      writers = new long[room];
      topics = new int[room];
      eligible = new boolean[room];
      rows = new float[room * features];
    }
  }

  float[] row(int index, int features) {
    return Arrays.copyOfRange(rows, index * features, (index + 1) * features);
  }
}
