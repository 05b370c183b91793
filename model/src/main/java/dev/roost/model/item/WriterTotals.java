package dev.roost.model.item;

import java.util.Arrays;

/// What readers did with everything by one writer: impressions and positive engagements that fade.
///
/// Open addressing by writer; one thread adds, any number read. Of a writer whose items nobody met
/// nothing is kept. When more writers are known than the table has rows, those who were met longest
/// ago are forgotten.
public final class WriterTotals {

  private static final double HALF_LIFE_MILLIS = 30 * 86_400_000d;
  private static final int LEAST_SLOTS = 64;

  /// The totals by slot, for as long as a request lasts: arrays are replaced as a whole when they
  /// grow. A slot is free if its time is 0.
  public static final class Slots {

    private final long[] writer;
    private final long[] metMillis;
    private final float[] shown;
    private final float[] positive;

    private Slots(int count) {
      writer = new long[count];
      metMillis = new long[count];
      shown = new float[count];
      positive = new float[count];
    }

    /// Returns the slot of a writer, to be passed to the methods below. That of an unknown writer
    /// is free; it may be given to another while a request lasts, who is then as new.
    public int find(long of) {
      int mask = writer.length - 1;
      int slot = (int) ((of * 0x9e3779b97f4a7c15L) >>> 32) & mask;
      while (metMillis[slot] != 0 && writer[slot] != of) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    /// Returns the impressions of everything by a slot's writer, half-life 30 days, as of when one
    /// was last met.
    public float shown(int slot) {
      return shown[slot];
    }

    /// Returns the positive engagements with it, likewise.
    public float positive(int slot) {
      return positive[slot];
    }
  }

  private final int most;
  private volatile Slots slots = new Slots(LEAST_SLOTS);
  private int size;

  WriterTotals(int most) {
    this.most = most;
  }

  /// Adds engagements with an item of a writer.
  ///
  /// @param nowMillis since the epoch; what was added before fades to it
  void add(long writer, int shown, int positive, long nowMillis) {
    var now = slots;
    int slot = now.find(writer);
    long met = now.metMillis[slot];
    if (met == 0) {
      now = room();
      slot = now.find(writer);
      now.writer[slot] = writer;
      size++;
    }
    float left = met == 0 ? 0 : remaining(nowMillis - met);
    now.shown[slot] = now.shown[slot] * left + shown;
    now.positive[slot] = now.positive[slot] * left + positive;
    now.metMillis[slot] = Math.max(1, Math.max(met, nowMillis));
  }

  private static float remaining(long ageMillis) {
    return ageMillis <= 0 ? 1 : (float) StrictMath.pow(2, -ageMillis / HALF_LIFE_MILLIS);
  }

  private Slots room() {
    var now = slots;
    if (2 * size < now.writer.length) {
      return now;
    }
    long since = size < most ? 1 : median(now.metMillis);
    var next = new Slots(size < most ? 2 * now.writer.length : now.writer.length);
    size = 0;
    for (int i = 0; i < now.writer.length; i++) {
      if (now.metMillis[i] >= since) {
        int slot = next.find(now.writer[i]);
        next.writer[slot] = now.writer[i];
        next.metMillis[slot] = now.metMillis[i];
        next.shown[slot] = now.shown[i];
        next.positive[slot] = now.positive[i];
        size++;
      }
    }
    slots = next;
    return next;
  }

  private static long median(long[] metMillis) {
    long[] sorted = Arrays.stream(metMillis).filter(met -> met != 0).sorted().toArray();
    return sorted[sorted.length / 2] + 1;
  }

  /// Returns the totals as they are now.
  Slots slots() {
    return slots;
  }
}
