package dev.roost.api.bench.feed;

import dev.roost.api.bench.GraphSize;
import java.util.EnumSet;
import java.util.Set;

/// What [FeedBench] measures.
///
/// @param size asked for; not every part takes it, see [#workSize()], [HugeAuthor], [GrowthPart]
/// @param workUsers users of the work part, who follow as many each as in a graph of `size`
/// @param rounds that count, at least 1
/// @param events posts and reads of one schedule together, about; at least 1
/// @param seconds of each run under open load, at least 1
/// @param largest users at which growth ends, at least 500
/// @param parts what is measured
public record FeedBenchSettings(
    GraphSize size,
    int workUsers,
    long seed,
    int rounds,
    int events,
    int seconds,
    int largest,
    Set<FeedPart> parts) {

  public FeedBenchSettings {
    check(rounds >= 1, "rounds must be at least 1: " + rounds);
    check(events >= 1, "events must be at least 1: " + events);
    check(seconds >= 1, "seconds must be at least 1: " + seconds);
    check(
        largest >= 500 && largest <= GraphSize.MOST_USERS,
        "largest must be from 500 to 4,000,000: " + largest);
    parts = Set.copyOf(EnumSet.copyOf(parts));
    if (parts.contains(FeedPart.WORK)) {
      var _ = size.ofUsers(workUsers); // fails if there is no such graph
    }
  }

  /// Returns the size of the graph of the work part.
  GraphSize workSize() {
    return size.ofUsers(workUsers);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
