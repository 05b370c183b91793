package dev.roost.api.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What [FanoutBench] measures.
///
/// @param size of the graph
/// @param rounds that count, at least 1
/// @param deliveries of a round, about; from 1 to 1,000,000,000
/// @param entries what takes part
/// @param redis the program `redis-server`; null to look for it on the path
public record FanoutBenchSettings(
    GraphSize size,
    long seed,
    int rounds,
    long deliveries,
    Set<FanoutEntry> entries,
    @Nullable Path redis) {

  private static final long MOST_DELIVERIES = 1_000_000_000;
  private static final long BYTES_A_POST = 200;
  private static final long BYTES_AN_ACTOR = 4 * 1024;
  private static final long BASE_BYTES = 64L << 20;

  public FanoutBenchSettings {
    check(rounds >= 1, "rounds must be at least 1: " + rounds);
    check(
        deliveries >= 1 && deliveries <= MOST_DELIVERIES,
        "deliveries must be from 1 to 1,000,000,000: " + deliveries);
    entries = Set.copyOf(EnumSet.copyOf(entries));
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /// Returns how many posts a round may have, however few have followers.
  int mostPosts() {
    return (int) Math.min(Integer.MAX_VALUE / 2, 2 + 2 * deliveries * size.users() / size.edges());
  }

  /// Returns about how much heap the bench needs, in bytes.
  public long heapNeeded() {
    long users = size.users();
    long edges = size.edges();
    long posts = deliveries * users / edges * BYTES_A_POST;
    long loops =
        takesPart(FanoutEntry.LOOP) || takesPart(FanoutEntry.LOOP_1)
            ? users * Integer.BYTES * Contestant.INBOX + edges * Integer.BYTES
            : 0;
    long roost = GraphSize.treeBytes(users, edges) + posts + loops;
    long actors = takesPart(FanoutEntry.ACTOR_PER_USER) ? users * BYTES_AN_ACTOR + posts : 0;
    return BASE_BYTES + GraphSize.graphBytes(edges) + Math.max(roost, actors);
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
      throw new BenchException.TooLarge("A graph of " + size, heapNeeded(), heap);
    }
  }
}
