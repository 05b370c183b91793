package dev.roost.model.feature;

import dev.roost.model.crowd.Rates;
import dev.roost.model.reader.ReaderHistory;
import java.util.Arrays;

/// What a reader remembers of items by key, such as a topic: engagements and impressions. Open
/// addressing, filled once a request.
///
/// Entry 0 is that of all keys that are not remembered.
final class KeyMemory {

  /// A weight that fades by a half-life of its own, then by each of [ReaderHistory#HALF_LIVES].
  private static final int FADING = 1 + ReaderHistory.HALF_LIVES.size();

  private static final int FEW = 32; // entries for which there is room at first

  private final int[] entries; // open addressing by key, 0 if free
  private int size = 1;
  private long[] keys = new long[FEW];
  private float[] weights = new float[FEW * FADING]; // of engagements
  private long[] engagedMillis = new long[FEW]; // the newest; MIN_VALUE if there is none
  private long[] shownMillis = new long[FEW]; // likewise
  private int[] shown = new int[FEW];
  private int[] comparedEngaged = new int[FEW];
  private int[] comparedShown = new int[FEW];
  private float total;

  /// Returns a memory for at most `count` keys.
  KeyMemory(int count) {
    entries = new int[Integer.highestOneBit(count + 1) * 4]; // at most half full
    engagedMillis[0] = Long.MIN_VALUE;
    shownMillis[0] = Long.MIN_VALUE;
  }

  /// Returns the weights of an event of that age: by a half-life of its own, then by each of
  /// [ReaderHistory#HALF_LIVES].
  static float[] fades(long ageMillis, double halfLifeMillis) {
    double age = Math.max(0, ageMillis);
    var fades = new float[FADING];
    fades[0] = (float) StrictMath.pow(2, -age / halfLifeMillis);
    for (int h = 1; h < FADING; h++) {
      double halfLife = ReaderHistory.HALF_LIVES.get(h - 1).toMillis();
      fades[h] = (float) StrictMath.pow(2, -age / halfLife);
    }
    return fades;
  }

  /// Adds a positive engagement.
  ///
  /// @param isCompared whether impressions of that time are remembered, too
  void engaged(long key, float[] fades, long atMillis, boolean isCompared) {
    int entry = claimed(key);
    engagedMillis[entry] = Math.max(engagedMillis[entry], atMillis);
    for (int i = 0; i < FADING; i++) {
      weights[entry * FADING + i] += fades[i];
    }
    comparedEngaged[entry] += isCompared ? 1 : 0;
  }

  /// Adds an impression.
  ///
  /// @param isCompared whether engagements of that time are remembered, too
  void shown(long key, long atMillis, boolean isCompared) {
    int entry = claimed(key);
    shownMillis[entry] = Math.max(shownMillis[entry], atMillis);
    shown[entry]++;
    comparedShown[entry] += isCompared ? 1 : 0;
  }

  private int claimed(long key) {
    int place = place(key);
    if (entries[place] != 0) {
      return entries[place];
    }
    if (size == keys.length) {
      grow();
    }
    entries[place] = size;
    keys[size] = key;
    engagedMillis[size] = Long.MIN_VALUE;
    shownMillis[size] = Long.MIN_VALUE;
    return size++;
  }

  private void grow() {
    int room = 2 * size;
    keys = Arrays.copyOf(keys, room);
    weights = Arrays.copyOf(weights, room * FADING);
    engagedMillis = Arrays.copyOf(engagedMillis, room);
    shownMillis = Arrays.copyOf(shownMillis, room);
    shown = Arrays.copyOf(shown, room);
    comparedEngaged = Arrays.copyOf(comparedEngaged, room);
    comparedShown = Arrays.copyOf(comparedShown, room);
  }

  /// Adds the weight of an engagement with any key or with none that is known.
  void addToTotal(float weight) {
    total += weight;
  }

  /// Returns the entry of a key, to be passed to the methods below.
  int entry(long key) {
    return entries[place(key)];
  }

  private int place(long key) {
    int mask = entries.length - 1;
    int place = (int) (((key ^ (key >>> 32)) * 0x9e3779b97f4a7c15L) >>> 32) & mask;
    while (entries[place] != 0 && keys[entries[place]] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /// Returns whether the reader engaged with an entry's key.
  boolean isEngaged(int entry) {
    return engagedMillis[entry] != Long.MIN_VALUE;
  }

  /// Returns the engagements of an entry, faded by that one of [ReaderHistory#HALF_LIVES].
  float faded(int entry, int halfLife) {
    return weights[entry * FADING + 1 + halfLife];
  }

  /// Returns the engagements of an entry over all, faded alike, in `[0, 1]`; 0 if there are none.
  float share(int entry) {
    return total > 0 ? Math.min(1, weights[entry * FADING] / total) : 0;
  }

  /// Returns the impressions of an entry.
  int shown(int entry) {
    return shown[entry];
  }

  /// Returns engagements per impression of an entry, over the time of which both are remembered,
  /// drawn to the usual rate.
  float rate(int entry, float usual) {
    return Rates.of(comparedEngaged[entry], comparedShown[entry], usual);
  }

  /// Returns hours from the newest engagement of an entry to `nowMillis`, or [Feature#NEVER].
  float hoursSinceEngaged(int entry, long nowMillis) {
    return hours(engagedMillis[entry], nowMillis);
  }

  /// Returns hours from the newest impression of an entry to `nowMillis`, or [Feature#NEVER].
  float hoursSinceShown(int entry, long nowMillis) {
    return hours(shownMillis[entry], nowMillis);
  }

  private static float hours(long atMillis, long nowMillis) {
    return atMillis == Long.MIN_VALUE ? Feature.NEVER : RequestFeatures.hours(nowMillis - atMillis);
  }
}
