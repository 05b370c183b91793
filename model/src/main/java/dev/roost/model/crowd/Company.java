package dev.roost.model.crowd;

import dev.roost.model.item.ItemTable;
import dev.roost.model.item.TopRows;

/// The items that readers of one reader's last items also engage with, for one request.
///
/// Open addressing by row; what is absent has no weight.
public final class Company {

  private static final int LAST = 0;
  private static final int FAST = 1;
  private static final int SLOW = 2;
  private static final int COSINE = 3;
  private static final int WIDTH = 4;

  private final CoEngagement of;
  private final int[] rows;
  private final boolean[] used;
  private final float[] weights; // [slots, WIDTH]

  Company(CoEngagement of, int most) {
    this.of = of;
    int slots = Integer.highestOneBit(Math.max(1, most)) * 4; // at most half full
    rows = new int[slots];
    used = new boolean[slots];
    weights = new float[slots * WIDTH];
  }

  void add(Companions companions, long ageMillis, boolean isLast) {
    float left = (float) CoEngagement.fast(ageMillis);
    float leftSlowly = (float) CoEngagement.slow(ageMillis);
    float norm = norm(companions.readers);
    for (int i = 0; i < companions.rows.length; i++) {
      int slot = slot(companions.rows[i]);
      used[slot] = true;
      rows[slot] = companions.rows[i];
      float fast = companions.fast[i] * left;
      float slow = companions.slow[i] * leftSlowly;
      weights[slot * WIDTH + LAST] += isLast ? fast : 0;
      weights[slot * WIDTH + FAST] += fast;
      weights[slot * WIDTH + SLOW] += slow;
      weights[slot * WIDTH + COSINE] += slow * norm;
    }
  }

  /// Divides each sum of cosines by the root of the row's readers; to be called once, after the
  /// last [#add].
  void normalise() {
    for (int slot = 0; slot < rows.length; slot++) {
      if (used[slot]) {
        weights[slot * WIDTH + COSINE] *= norm(of.readers(rows[slot]));
      }
    }
  }

  private static float norm(float readers) {
    return (float) (1 / Math.sqrt(1.0 + readers));
  }

  /// Returns the slot of a row, to be passed to the methods below.
  public int slot(int row) {
    int mask = rows.length - 1;
    int slot = ((row * 0x9e3779b1) >>> 7) & mask;
    while (used[slot] && rows[slot] != row) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// Returns how often a row was engaged with along with the reader's last item, faded by a day.
  public float last(int slot) {
    return weights[slot * WIDTH + LAST];
  }

  /// Returns how often a row was engaged with along with any of them, faded by a day.
  public float fast(int slot) {
    return weights[slot * WIDTH + FAST];
  }

  /// Returns how often a row was engaged with along with any of them, faded by 30 days.
  public float slow(int slot) {
    return weights[slot * WIDTH + SLOW];
  }

  /// Returns the sum of the cosines of a row's readers with those of each of them.
  public float cosine(int slot) {
    return weights[slot * WIDTH + COSINE];
  }

  /// Returns the live rows with the largest sums of cosines, best first; ties go to the smaller
  /// item.
  public int[] best(ItemTable table, int limit) {
    var best = new TopRows(table, limit);
    for (int slot = 0; slot < rows.length; slot++) {
      if (used[slot] && table.isLive(rows[slot])) {
        best.offer(rows[slot], weights[slot * WIDTH + COSINE]);
      }
    }
    return best.drain();
  }
}
