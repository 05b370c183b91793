package dev.roost.model.reader;

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

  /// Half-lives of the counts of impressions and of positive engagements, shortest first.
  public static final List<Duration> HALF_LIVES =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));

  private static final ReaderHistory EMPTY =
      new ReaderHistory(
          new long[0], new long[0], new byte[0], new long[0], zeros(), zeros(), Instant.EPOCH);

  private final long[] items; // oldest first
  private final long[] times; // epoch milliseconds of the newest engagement
  private final byte[] kinds; // bits by ordinal of EngagementKind
  private final long[] seen; // oldest first
  private final List<DecayedCount> impressions;
  private final List<DecayedCount> positives;
  private final Instant lastAt;

  private ReaderHistory(
      long[] items,
      long[] times,
      byte[] kinds,
      long[] seen,
      List<DecayedCount> impressions,
      List<DecayedCount> positives,
      Instant lastAt) {
    this.items = items;
    this.times = times;
    this.kinds = kinds;
    this.seen = seen;
    this.impressions = impressions;
    this.positives = positives;
    this.lastAt = lastAt;
  }

  private static List<DecayedCount> zeros() {
    return HALF_LIVES.stream().map(_ -> DecayedCount.none()).toList();
  }

  /// Returns the history of a reader who did nothing yet.
  public static ReaderHistory empty() {
    return EMPTY;
  }

  /// Returns this history with a batch of engagements, all of the instant `at`.
  public ReaderHistory after(List<Engagement> batch, Instant at) {
    var recent = new Recent(batch.size());
    var shown = new long[batch.size()];
    int shownCount = 0;
    int positiveCount = 0;
    for (var engagement : batch) {
      if (engagement.kind() == EngagementKind.IMPRESSION) {
        shown[shownCount++] = engagement.item().value();
      } else if (engagement.kind().isPositive()) {
        recent.add(engagement, at.toEpochMilli());
        positiveCount++;
      }
    }
    return new ReaderHistory(
        newest(recent.items, recent.size, RECENT),
        newest(recent.times, recent.size, RECENT),
        Arrays.copyOfRange(recent.kinds, Math.max(0, recent.size - RECENT), recent.size),
        append(seen, shown, shownCount),
        plus(impressions, shownCount, at),
        plus(positives, positiveCount, at),
        at.isAfter(lastAt) ? at : lastAt);
  }

  private static long[] newest(long[] values, int size, int limit) {
    return Arrays.copyOfRange(values, Math.max(0, size - limit), size);
  }

  private static long[] append(long[] old, long[] added, int count) {
    if (count == 0) {
      return old;
    }
    var all = Arrays.copyOf(old, old.length + count);
    System.arraycopy(added, 0, all, old.length, count);
    return newest(all, all.length, SEEN);
  }

  private static List<DecayedCount> plus(List<DecayedCount> counts, int weight, Instant at) {
    if (weight == 0) {
      return counts;
    }
    var next = new DecayedCount[counts.size()];
    for (int i = 0; i < next.length; i++) {
      next[i] = counts.get(i).plus(weight, at, HALF_LIVES.get(i));
    }
    return List.of(next);
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

  /// Returns the identifiers of items shown, oldest first, with repetitions; a fresh copy.
  public long[] seen() {
    return seen.clone();
  }

  /// Returns how many impressions are remembered, at most [#SEEN].
  public int seenCount() {
    return seen.length;
  }

  /// Returns the item of the `i`-th remembered impression, oldest first.
  public long seenItem(int i) {
    return seen[i];
  }

  /// Returns the faded count of impressions for the half-life of that index.
  public double impressions(int halfLife, Instant now) {
    return impressions.get(halfLife).at(now, HALF_LIVES.get(halfLife));
  }

  /// Returns the faded count of positive engagements for the half-life of that index.
  public double positives(int halfLife, Instant now) {
    return positives.get(halfLife).at(now, HALF_LIVES.get(halfLife));
  }

  /// Returns when the reader last did something, or the epoch if never.
  public Instant lastAt() {
    return lastAt;
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
