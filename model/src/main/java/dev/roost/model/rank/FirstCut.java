package dev.roost.model.rank;

import dev.roost.model.domain.UserId;
import dev.roost.model.feature.RequestFeatures;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.retrieve.Candidates;
import java.util.Arrays;

/// Picks the candidates that are worth scoring: those that may be shown, and of these the best by
/// the light ranker. For one thread, since it reuses memory.
final class FirstCut {

  private final ItemTable table;
  private final LightRanker light;
  private final int timesSeen;
  private final int most;
  private int[] picked = {};
  private long[] keys = {};
  private float[] rows = {};

  /// @param timesSeen impressions from which on an item counts as seen; at least 1
  /// @param most candidates that are scored, unless all are wanted; at least 1
  FirstCut(ItemTable table, LightRanker light, int timesSeen, int most) {
    this.table = table;
    this.light = light;
    this.timesSeen = timesSeen;
    this.most = most;
  }

  /// Returns the indices of the candidates to score, ascending; valid until the next call.
  int[] of(
      ReaderView reader,
      FeedQuery query,
      Candidates candidates,
      RequestFeatures request,
      ShownLately shown) {
    if (picked.length < candidates.size()) {
      picked = new int[candidates.size()];
    }
    int size = 0;
    for (int i = 0; i < candidates.size(); i++) {
      if (admits(reader, query, candidates.row(i), shown)) {
        picked[size++] = i;
      }
    }
    return query.scope() == FeedQuery.Scope.FEED && size > most
        ? best(candidates, request, size)
        : Arrays.copyOf(picked, size);
  }

  /// Returns whether a row may be shown in answer to a query.
  boolean admits(ReaderView reader, FeedQuery query, int row, ShownLately shown) {
    boolean wanted = query.scope() != FeedQuery.Scope.FEED || isNew(reader.reader(), row, shown);
    return wanted && SafetyFilter.admits(table, reader.relations(), row, table.id(row));
  }

  private boolean isNew(UserId reader, int row, ShownLately shown) {
    return table.author(row) != reader.value()
        && table.writer(row) != reader.value()
        && shown.times(table.originalId(row)) < timesSeen;
  }

  /// Returns the best; of equals the earlier candidate.
  private int[] best(Candidates candidates, RequestFeatures request, int size) {
    if (keys.length < size) {
      keys = new long[size];
      rows = new float[size * RequestFeatures.LIGHT];
    }
    for (int i = 0; i < size; i++) {
      request.fillLight(candidates.row(picked[i]), rows, i * RequestFeatures.LIGHT);
      keys[i] = (long) descending((float) light.score(rows, i)) << 32 | i;
    }
    select(keys, size, most);
    var best = new int[most];
    for (int i = 0; i < most; i++) {
      best[i] = picked[(int) keys[i]];
    }
    Arrays.sort(best);
    return best;
  }

  /// Moves the smallest `count` of distinct keys to the front, in any order. O(size) expected.
  ///
  /// Source: Hoare, [Algorithm 65: find](https://doi.org/10.1145/366622.366647), 1961.
  private static void select(long[] keys, int size, int count) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      long pivot = keys[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (keys[i] < pivot) {
          i++;
        }
        while (keys[j] > pivot) {
          j--;
        }
        if (i <= j) {
          long swapped = keys[i];
          keys[i++] = keys[j];
          keys[j--] = swapped;
        }
      }
      if (j < count - 1) {
        low = i;
      }
      if (count - 1 < i) {
        high = j;
      }
    }
  }

  /// Returns a number that is smaller the larger a score is.
  private static int descending(float score) {
    int bits = Float.floatToIntBits(score + 0f); // + 0 makes -0 one with 0
    int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return ~ascending;
  }
}
