package dev.roost.api.bench.feed;

import dev.roost.api.bench.BenchException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What [FeedBench] measures.
///
/// @param users readers and authors, from 10 to 4,000,000
/// @param edges follows, at least 1, at most a tenth of all pairs
/// @param rounds that count, at least 1
/// @param events posts and reads of one schedule together, about; at least 1
/// @param seconds of each run under open load, at least 1
/// @param largest users at which growth ends, at least 500
/// @param parts what is measured
/// @param costRatios further costs of a pull, counted in pushes, at which the choice per edge is
///     tried; each finite and above 0
/// @param chart the folder to which charts are written; null for none
public record FeedBenchSettings(
    int users,
    int edges,
    long seed,
    int rounds,
    int events,
    int seconds,
    int largest,
    Set<FeedPart> parts,
    List<Double> costRatios,
    @Nullable Path chart) {

  private static final int MOST_USERS = 4_000_000;
  private static final int MOST_EDGES = 1_000_000_000;

  public FeedBenchSettings {
    check(users >= 10 && users <= MOST_USERS, "users must be from 10 to 4,000,000: " + users);
    check(
        edges >= 1 && edges <= Math.min(MOST_EDGES, (long) users * users / 10),
        "edges must be from 1 to a tenth of all pairs, and at most 1,000,000,000: " + edges);
    check(rounds >= 1, "rounds must be at least 1: " + rounds);
    check(events >= 1, "events must be at least 1: " + events);
    check(seconds >= 1, "seconds must be at least 1: " + seconds);
    check(
        largest >= 500 && largest <= MOST_USERS,
        "largest must be from 500 to 4,000,000: " + largest);
    parts = Set.copyOf(EnumSet.copyOf(parts));
    costRatios = List.copyOf(costRatios);
    for (double ratio : costRatios) {
      check(
          ratio > 0 && ratio < Double.POSITIVE_INFINITY,
          "cost ratios must be finite and above 0: " + ratio);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /// Fails if the heap is too small for what is to be done next.
  ///
  /// @param needed bytes, about
  static void requireHeap(long needed) {
    long heap = Runtime.getRuntime().maxMemory();
    if (heap < needed) {
      throw new BenchException.TooLarge(
          "This needs a heap of about %d MiB, and this JVM may use %d: set ROOST_JVM_OPTS=-Xmx%dm, or ask for less."
              .formatted(needed >> 20, heap >> 20, (needed >> 20) * 5 / 4));
    }
  }
}
