package dev.roost.api.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What [FanoutBench] measures.
///
/// @param users readers and authors, from 10 to 4,000,000
/// @param edges follows, at least 1, at most a tenth of all pairs
/// @param rounds that count, at least 1
/// @param deliveries of a round, about; at least 1
/// @param entries what takes part
/// @param redis the program `redis-server`; null to look for it on the path
public record FanoutBenchSettings(
    int users,
    int edges,
    long seed,
    int rounds,
    long deliveries,
    Set<FanoutEntry> entries,
    @Nullable Path redis) {

  private static final int MOST_USERS = 4_000_000; // a thread's rings are one array
  private static final int MOST_EDGES = 1_000_000_000;
  private static final long BYTES_AN_EDGE = 12;
  private static final long ROOST_BYTES_A_READER = 3 * 1024;
  private static final long ROOST_BYTES_AN_EDGE = 40;
  private static final long BYTES_A_POST = 200;
  private static final long BYTES_AN_ACTOR = 4 * 1024;
  private static final long BASE_BYTES = 64L << 20;

  public FanoutBenchSettings {
    check(users >= 10 && users <= MOST_USERS, "users must be from 10 to 4,000,000: " + users);
    check(
        edges >= 1 && edges <= Math.min(MOST_EDGES, (long) users * users / 10),
        "edges must be from 1 to a tenth of all pairs, and at most 1,000,000,000: " + edges);
    check(rounds >= 1, "rounds must be at least 1: " + rounds);
    check(deliveries >= 1, "deliveries must be at least 1: " + deliveries);
    entries = Set.copyOf(EnumSet.copyOf(entries));
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /// Returns how many posts a round may have, however few have followers.
  int mostPosts() {
    return (int) Math.min(Integer.MAX_VALUE / 2, 2 + 2 * deliveries * users / edges);
  }

  /// Returns about how much heap the bench needs, in bytes.
  long heapNeeded() {
    long posts = deliveries * users / edges * BYTES_A_POST;
    long roost = users * ROOST_BYTES_A_READER + edges * ROOST_BYTES_AN_EDGE + posts;
    long loops =
        takesPart(FanoutEntry.LOOP) || takesPart(FanoutEntry.LOOP_1)
            ? users * (4L * Contestant.INBOX) + 4L * edges
            : 0;
    long actors = takesPart(FanoutEntry.ACTOR_PER_USER) ? users * BYTES_AN_ACTOR + posts : 0;
    return BASE_BYTES + BYTES_AN_EDGE * edges + Math.max(roost + loops, actors);
  }

  /// Returns whether an entry takes part.
  boolean takesPart(FanoutEntry entry) {
    return entries.contains(entry);
  }

  /// Fails before any work is done if the heap is too small.
  ///
  /// @param heap most bytes that this JVM uses
  void requireHeap(long heap) {
    if (heap < heapNeeded()) {
      throw new BenchException.TooLarge(
          "%,d users and %,d edges need a heap of about %d MiB, and this JVM may use %d: set ROOST_JVM_OPTS=-Xmx%dm, or ask for less."
              .formatted(
                  users, edges, heapNeeded() >> 20, heap >> 20, (heapNeeded() >> 20) * 5 / 4));
    }
  }
}
