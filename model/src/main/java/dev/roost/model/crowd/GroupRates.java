package dev.roost.model.crowd;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// How much of what is shown to the readers of a group they engage with, by what it is about.
///
/// A group is such as a country or an age band, a key such as a topic or a language. Impressions
/// and positive engagements are counted apart and fade by seven days. One writer notes and
/// advances; any number of readers look on, who see what was noted up to the last advance. What was
/// noted between two advances counts alike in any order. Of a group the 4,096 keys that are shown
/// most are kept, so that topics which anybody may invent take 50 KB a group; a group of which
/// nothing is noted stays as it is.
public final class GroupRates {

  private static final Duration HALF_LIFE = Duration.ofDays(7);
  private static final int MOST_KEYS = 4_096;
  private static final float FORGOTTEN = 0.05f; // events of each kind below which a key is let go

  private final Map<Integer, PairCounts> pending = new TreeMap<>(); // of key and whether positive
  private final Map<Integer, Seen> byGroup = new ConcurrentHashMap<>();

  /// Notes that an item about `key` was shown to a reader of a group, or engaged with.
  void note(int group, int key, boolean isPositive) {
    pending.computeIfAbsent(group, _ -> new PairCounts()).add(key, isPositive ? 1 : 0);
  }

  /// Lets readers see what was noted, as of `now`.
  void advance(Instant now) {
    pending.forEach((group, noted) -> byGroup.put(group, of(group).plus(noted, now)));
    pending.clear();
  }

  /// Returns what a group was shown and engaged with; constant while a request lasts.
  public Seen of(int group) {
    return byGroup.getOrDefault(group, Seen.NOTHING);
  }

  /// What one group was shown and engaged with, as of the last advance with news of it. Immutable.
  public static final class Seen {

    private static final Seen NOTHING = new Seen(new int[0], new float[0], new float[0], 0);

    private final int[] keys; // ascending
    private final float[] shown;
    private final float[] engaged;
    private final float usual; // positives per impression of all keys
    private final long asOfMillis;

    private Seen(int[] keys, float[] shown, float[] engaged, long asOfMillis) {
      this.keys = keys;
      this.shown = shown;
      this.engaged = engaged;
      this.asOfMillis = asOfMillis;
      usual = Rates.of(sum(engaged), sum(shown), Rates.POSITIVE);
    }

    private static double sum(float[] values) {
      double sum = 0;
      for (float value : values) {
        sum += value;
      }
      return sum;
    }

    private Seen plus(PairCounts noted, Instant now) {
      double age = Math.max(0, now.toEpochMilli() - asOfMillis);
      float left = (float) StrictMath.pow(2, -age / HALF_LIFE.toMillis());
      long[] sorted = noted.sorted();
      int room = keys.length + sorted.length;
      var nextKeys = new int[room];
      var nextShown = new float[room];
      var nextEngaged = new float[room];
      int size = 0;
      int old = 0;
      int added = 0;
      while (old < keys.length || added < sorted.length) {
        long known = old < keys.length ? keys[old] : Long.MAX_VALUE;
        long other = added < sorted.length ? PairCounts.from(sorted[added]) : Long.MAX_VALUE;
        int key = (int) Math.min(known, other);
        nextKeys[size] = key;
        nextShown[size] = known == key ? shown[old] * left : 0;
        nextEngaged[size] = known == key ? engaged[old] * left : 0;
        old += known == key ? 1 : 0;
        for (; added < sorted.length && PairCounts.from(sorted[added]) == key; added++) {
          var counts = PairCounts.to(sorted[added]) == 1 ? nextEngaged : nextShown;
          counts[size] += noted.count(sorted[added]);
        }
        size += nextShown[size] >= FORGOTTEN || nextEngaged[size] >= FORGOTTEN ? 1 : 0;
      }
      int kept = mostShown(nextKeys, nextShown, nextEngaged, size);
      return new Seen(
          Arrays.copyOf(nextKeys, kept),
          Arrays.copyOf(nextShown, kept),
          Arrays.copyOf(nextEngaged, kept),
          Math.max(asOfMillis, now.toEpochMilli()));
    }

    /// Moves the keys that are shown most to the front, in their order; returns how many are left.
    private static int mostShown(int[] keys, float[] shown, float[] engaged, int size) {
      if (size <= MOST_KEYS) {
        return size;
      }
      var sorted = Arrays.copyOf(shown, size);
      Arrays.sort(sorted);
      float least = sorted[size - MOST_KEYS];
      int equals = MOST_KEYS; // of the least that are kept, those with the smaller keys
      for (int i = size - 1; i >= 0 && sorted[i] > least; i--) {
        equals--;
      }
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (shown[i] > least || (shown[i] == least && equals-- > 0)) {
          keys[kept] = keys[i];
          shown[kept] = shown[i];
          engaged[kept++] = engaged[i];
        }
      }
      return kept;
    }

    /// Returns positives per impression of what is about `key`, in `(0, 1]`, drawn to those of all
    /// keys where there are few.
    ///
    /// O(log k) for k keys.
    public float rate(int key) {
      int at = 0;
      for (int left = keys.length; left > 1; left -= left >>> 1) { // mostly without a branch
        at = keys[at + (left >>> 1)] <= key ? at + (left >>> 1) : at;
      }
      return at < keys.length && keys[at] == key ? Rates.of(engaged[at], shown[at], usual) : usual;
    }
  }
}
