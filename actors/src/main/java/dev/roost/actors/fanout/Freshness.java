package dev.roost.actors.fanout;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// How long posts take on this node from their acknowledgement until readers can see them, a
/// histogram for each kind of edge.
///
/// A post counts once for each reader who could see it at that moment: over a pushed edge when it
/// is in the inbox, over a pulled one when a read would find it. Shared by all partitions of a
/// node; safe for any thread, and nobody waits. Measured where a node serves: in virtual time the
/// answer would be the tick, and nothing is recorded.
public final class Freshness {

  private static final long LONGEST_MICROS = 3_600_000_000L; // one hour
  private static final int DIGITS = 2; // values are kept to 1 %

  private final @Nullable InstantSource clock; // null where nothing is measured
  private final Map<EdgeKind, Histogram> histograms = new EnumMap<>(EdgeKind.class);

  private Freshness(@Nullable InstantSource clock) {
    this.clock = clock;
    for (var kind : EdgeKind.values()) {
      histograms.put(kind, new ConcurrentHistogram(LONGEST_MICROS, DIGITS));
    }
  }

  /// Returns an empty record of a serving node.
  ///
  /// @param clock the one by which posts are acknowledged
  public static Freshness by(InstantSource clock) {
    return new Freshness(requireNonNull(clock));
  }

  /// Returns a record in which nothing is noted.
  public static Freshness unmeasured() {
    return new Freshness(null);
  }

  /// Returns the time by the node's clock in microseconds since the epoch, to be read once for a
  /// batch of rows; 0 where nothing is measured.
  public long nowMicros() {
    return clock == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
  }

  /// Notes that a post became visible over `edges` edges.
  ///
  /// Clocks of two nodes may differ: a post that seems visible before it was acknowledged took no
  /// time. What took more than an hour counts as an hour.
  ///
  /// @param acknowledgedMicros as [dev.roost.model.item.ItemTable#acknowledgedMicros]; where it is
  ///     0, nothing is noted
  /// @param visibleMicros from [#nowMicros]
  /// @param edges at least 0
  public void note(EdgeKind kind, long acknowledgedMicros, long visibleMicros, long edges) {
    if (acknowledgedMicros == 0 || visibleMicros == 0 || edges == 0) {
      return;
    }
    long micros = Math.clamp(visibleMicros - acknowledgedMicros, 0, LONGEST_MICROS);
    histogram(kind).recordValueWithCount(micros, edges);
  }

  /// Returns what was noted so far, as it is from then on.
  public FreshnessCounts counts(EdgeKind kind) {
    return new FreshnessCounts(histogram(kind).copy());
  }

  private Histogram histogram(EdgeKind kind) {
    return requireNonNull(histograms.get(kind));
  }
}
