package dev.roost.api.bench.rank;

import java.util.EnumSet;
import java.util.Set;

/// What [RankBench] measures.
///
/// @param rows of a batch, 1 to 100,000
/// @param features of a row, 1 to 1,000
/// @param trees of an ensemble, 1 to 10,000
/// @param depth of a tree, 1 to 8
/// @param training rows that the models are trained on, 100 to 1,000,000
/// @param rounds that count, at least 1
/// @param items among which neighbours are sought, at most; 32,768 to 4,194,304
/// @param users of the world whose feeds are made, 50 to 1,000,000
/// @param days that it lives, 2 to 100
/// @param seconds of each round of feeds, 1 to 600
/// @param requestRounds of feeds, at least 1
/// @param parts what is measured
public record RankBenchSettings(
    int rows,
    int features,
    int trees,
    int depth,
    int training,
    int rounds,
    int items,
    int users,
    int days,
    int seconds,
    int requestRounds,
    long seed,
    Set<RankPart> parts) {

  public RankBenchSettings {
    check("rows", rows, 1, 100_000);
    check("features", features, 1, 1_000);
    check("trees", trees, 1, 10_000);
    check("depth", depth, 1, 8);
    check("training", training, 100, 1_000_000);
    check("rounds", rounds, 1, 100_000);
    check("items", items, 1 << 15, 1 << 22);
    check("users", users, 50, 1_000_000);
    check("days", days, 2, 100);
    check("seconds", seconds, 1, 600);
    check("request-rounds", requestRounds, 1, 1000);
    parts = Set.copyOf(EnumSet.copyOf(parts));
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %,d to %,d: %d".formatted(name, least, most, value));
    }
  }
}
