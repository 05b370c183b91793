package dev.roost.model.rank;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.item.ItemTable;
import java.util.Arrays;
import java.util.HashMap;

/// Draws one of the items that a page left out, to learn from, and tells how likely that was.
final class Exploration {

  /// An item drawn.
  ///
  /// @param index in the pool
  /// @param probability with which it is drawn from this pool, in `(0, 1]`
  record Drawn(int index, double probability) {}

  private final ItemTable table;
  private final ExploreSettings settings;
  private final Chance chance;
  private final Chance rates;

  Exploration(ItemTable table, ExploreSettings settings, long seed) {
    this.table = table;
    this.settings = settings;
    this.chance = Chance.of(seed, "exploration");
    this.rates = Chance.of(seed, "rates of exploration");
  }

  /// Returns whether a feed explores at all.
  boolean happens(long reader, long atMillis) {
    return chance.happens(settings.epsilon(), reader, atMillis, 0);
  }

  /// Returns the place of a page that is explored.
  int place(int places, long reader, long atMillis) {
    return chance.below(places, reader, atMillis, 1);
  }

  /// Draws from a pool.
  ///
  /// @param rows of the items in the table, at least one
  Drawn draw(int[] rows, long reader, long atMillis) {
    return switch (settings.policy()) {
      case EPSILON_GREEDY ->
          new Drawn(chance.below(rows.length, reader, atMillis, 2), 1.0 / rows.length);
      case THOMPSON -> byRate(rows, reader, atMillis);
    };
  }

  private Drawn byRate(int[] rows, long reader, long atMillis) {
    long[] ids = Arrays.stream(rows).mapToLong(table::id).toArray();
    var pool = pool(rows);
    int drawn = pool.draw(ids, rates, reader, atMillis);
    return new Drawn(drawn, Math.max(Double.MIN_NORMAL, pool.probability(drawn)));
  }

  private ThompsonPool pool(int[] rows) {
    var byCounts = new HashMap<Long, RatePosterior>(); // hardly shown items often are alike
    var posteriors = new RatePosterior[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int shown = table.count(rows[i], EngagementKind.IMPRESSION);
      int engaged = Math.min(shown, engaged(rows[i]));
      posteriors[i] =
          byCounts.computeIfAbsent(
              (long) shown << 32 | engaged,
              _ ->
                  RatePosterior.of(
                      settings.priorEngaged() + engaged, settings.priorPassed() + shown - engaged));
    }
    return new ThompsonPool(posteriors);
  }

  /// Returns the count of the most frequent positive kind: no impression is counted twice.
  private int engaged(int row) {
    int most = 0;
    for (var kind : EngagementKind.values()) {
      most = kind.isPositive() ? Math.max(most, table.count(row, kind)) : most;
    }
    return most;
  }
}
