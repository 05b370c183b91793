package dev.roost.api.bench.feed;

import dev.roost.api.bench.GraphSize;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What [FeedBench] measures.
///
/// @param size asked for; not every part takes it, see [WorkPart], [HugeAuthor], [GrowthPart]
/// @param rounds that count, at least 1
/// @param events posts and reads of one schedule together, about; at least 1
/// @param seconds of each run under open load, at least 1
/// @param largest users at which growth ends, at least 500
/// @param parts what is measured
/// @param costRatios further costs of a pull, counted in pushes, at which the choice per edge is
///     tried; each finite and above 0
public record FeedBenchSettings(
    GraphSize size,
    long seed,
    int rounds,
    int events,
    int seconds,
    int largest,
    Set<FeedPart> parts,
    List<Double> costRatios) {

  public FeedBenchSettings {
    check(rounds >= 1, "rounds must be at least 1: " + rounds);
    check(events >= 1, "events must be at least 1: " + events);
    check(seconds >= 1, "seconds must be at least 1: " + seconds);
    check(
        largest >= 500 && largest <= GraphSize.MOST_USERS,
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
}
