package dev.roost.model.reader;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// What a reader lately saw and did: bounded, immutable, a function of the engagements alone.
///
/// Items are remembered by identifier only; their author, topic and embedding are looked up when a
/// feed is built, so that taste follows the installed embedding version. An item engaged with again
/// moves to the end and keeps all its kinds.
public final class ReaderHistory {

  /// Items with a positive engagement that are remembered.
  public static final int RECENT = 64;

  /// Items shown that are remembered.
  public static final int SEEN = 512;

  /// Half-lives of the counts by kind, shortest first.
  public static final List<Duration> HALF_LIVES =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

  private static final int MILLIS_A_MINUTE = 60_000;

  private static final ReaderHistory EMPTY =
      new ReaderHistory(
          new long[0],
          new long[0],
          new byte[0],
          new long[0],
          new int[0],
          FadedCounts.none(HALF_LIVES),
          Instant.EPOCH);

  private final long[] items; // oldest first
  private final long[] times; // epoch milliseconds of the newest engagement
  private final byte[] kinds; // bits by ordinal of EngagementKind
  private final long[] seen; // oldest first
  private final int[] seenMinutes; // since the epoch
  private final FadedCounts counts;
  private final Instant lastAt;

  private ReaderHistory(
      long[] items,
      long[] times,
      byte[] kinds,
      long[] seen,
      int[] seenMinutes,
      FadedCounts counts,
      Instant lastAt) {
    this.items = items;
    this.times = times;
    this.kinds = kinds;
    this.seen = seen;
    this.seenMinutes = seenMinutes;
    this.counts = counts;
    this.lastAt = lastAt;
  }

  /// Returns the history of a reader who did nothing yet.
  public static ReaderHistory empty() {
    return EMPTY;
  }

  /// Returns this history with a batch of engagements, all of the instant `at`.
  public ReaderHistory after(List<Engagement> batch, Instant at) {
    var recent = new Recent(batch.size());
    var shown = new long[batch.size()];
    var added = new int[EngagementKind.values().length];
    for (var engagement : batch) {
      if (engagement.kind() == EngagementKind.IMPRESSION) {
        shown[added[EngagementKind.IMPRESSION.ordinal()]] = engagement.item().value();
      } else if (engagement.kind().isPositive()) {
        recent.add(engagement, at.toEpochMilli());
      }
      added[engagement.kind().ordinal()]++;
    }
    int more = added[EngagementKind.IMPRESSION.ordinal()];
    return new ReaderHistory(
        newest(recent.items, recent.size),
        newest(recent.times, recent.size),
        Arrays.copyOfRange(recent.kinds, Math.max(0, recent.size - RECENT), recent.size),
        append(seen, shown, more),
        seenAt(more, at),
        batch.isEmpty() ? counts : counts.plus(added, at),
        at.isAfter(lastAt) ? at : lastAt);
  }

  private static long[] newest(long[] values, int size) {
    return Arrays.copyOfRange(values, Math.max(0, size - RECENT), size);
  }

  private static long[] append(long[] old, long[] added, int count) {
    if (count == 0) {
      return old;
    }
    int kept = Math.min(old.length, Math.max(0, SEEN - count));
    int taken = Math.min(count, SEEN);
    var all = Arrays.copyOfRange(old, old.length - kept, old.length + taken);
    System.arraycopy(added, count - taken, all, kept, taken);
    return all;
  }

  private int[] seenAt(int count, Instant at) {
    if (count == 0) {
      return seenMinutes;
    }
    int kept = Math.min(seenMinutes.length, Math.max(0, SEEN - count));
    int size = seenMinutes.length;
    var all = Arrays.copyOfRange(seenMinutes, size - kept, size + Math.min(count, SEEN));
    Arrays.fill(all, kept, all.length, Math.toIntExact(at.toEpochMilli() / MILLIS_A_MINUTE));
    return all;
  }

  /// Returns how many items with a positive engagement are remembered, at most [#RECENT].
  public int recentCount() {
    return items.length;
  }

  /// Returns the identifier of the `i`-th remembered item, oldest first.
  public long recentItem(int i) {
    return items[i];
  }

  /// Returns when the `i`-th remembered item was last engaged with, in epoch milliseconds.
  public long recentAtMillis(int i) {
    return times[i];
  }

  /// Returns whether the `i`-th remembered item was engaged with in this way.
  public boolean recentHas(int i, EngagementKind kind) {
    return (kinds[i] >> kind.ordinal() & 1) == 1;
  }

  /// Returns how many impressions are remembered, at most [#SEEN].
  public int seenCount() {
    return seen.length;
  }

  /// Returns the item of the `i`-th remembered impression, oldest first.
  public long seenItem(int i) {
    return seen[i];
  }

  /// Returns when the `i`-th remembered impression was, to the minute, in epoch milliseconds.
  public long seenAtMillis(int i) {
    return (long) seenMinutes[i] * MILLIS_A_MINUTE;
  }

  /// Returns the counts by kind, faded by the half-lives.
  public FadedCounts counts() {
    return counts;
  }

  /// Returns when the reader last did something, or the epoch if never.
  public Instant lastAt() {
    return lastAt;
  }

  /// Returns a number that two histories share if, and almost surely only if, they are the same.
  ///
  /// O(n) for what is remembered.
  public long fingerprint() {
    long print = Chance.mix(lastAt.getEpochSecond() * 31 + lastAt.getNano());
    for (int i = 0; i < items.length; i++) {
      print = Chance.mix(print + items[i]);
      print = Chance.mix(print + times[i]) + kinds[i];
    }
    for (int i = 0; i < seen.length; i++) {
      print = Chance.mix(print + seen[i]) + seenMinutes[i];
    }
    for (double count : counts.at(lastAt)) {
      print = Chance.mix(print + Double.doubleToLongBits(count));
    }
    return print;
  }

  /// The remembered items while a batch is added to them.
  private final class Recent {

    private final long[] items;
    private final long[] times;
    private final byte[] kinds;
    private int size;

    Recent(int room) {
      size = ReaderHistory.this.items.length;
      items = Arrays.copyOf(ReaderHistory.this.items, size + room);
      times = Arrays.copyOf(ReaderHistory.this.times, size + room);
      kinds = Arrays.copyOf(ReaderHistory.this.kinds, size + room);
    }

    void add(Engagement engagement, long atMillis) {
      long item = engagement.item().value();
      byte mask = (byte) (1 << engagement.kind().ordinal() | removed(item));
      items[size] = item;
      times[size] = atMillis;
      kinds[size] = mask;
      size++;
    }

    private int removed(long item) {
      for (int i = size - 1; i >= 0; i--) {
        if (items[i] == item) {
          int mask = kinds[i];
          System.arraycopy(items, i + 1, items, i, size - i - 1);
          System.arraycopy(times, i + 1, times, i, size - i - 1);
          System.arraycopy(kinds, i + 1, kinds, i, size - i - 1);
          size--;
          return mask;
        }
      }
      return 0;
    }
  }
}
