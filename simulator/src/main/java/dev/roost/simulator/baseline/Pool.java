package dev.roost.simulator.baseline;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.world.World;
import java.util.Arrays;

/// The items that could be shown to one reader now, and how each baseline would order them.
///
/// One object is filled again and again; it is not for several threads.
public final class Pool {

  private final World world;
  private final Popularity popularity;
  private final Chance chance;
  private final Best best;
  private final int length;
  private int[] items = new int[1024];
  private int size;

  /// @param length items in a list
  public Pool(World world, Popularity popularity, int length) {
    this.world = world;
    this.popularity = popularity;
    this.chance = Chance.of(world.settings().seed(), "random baseline");
    this.best = new Best(length);
    this.length = length;
  }

  /// Empties the pool.
  public void clear() {
    size = 0;
  }

  /// Adds a live item that the reader has not seen; in order of time.
  public void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  /// Returns the list of a baseline for a reader; shape `[at most length]`, best first.
  ///
  /// @param second when, in seconds from the start
  public int[] list(Baseline baseline, int user, int second) {
    best.clear();
    for (int i = 0; i < size; i++) {
      best.offer(items[i], score(baseline, user, second, items[i]));
    }
    return best.best();
  }

  private double score(Baseline baseline, int user, int second, int item) {
    return switch (baseline) {
      case ORACLE -> world.behaviour().value(user, item, second);
      case POPULARITY -> popularity.of(item);
      case RANDOM -> chance.uniform(user, item, second);
      case CHRONOLOGICAL ->
          item + (follows(user, item) ? (double) Integer.MAX_VALUE : 0); // items are in time order
      case SERVED -> throw new IllegalArgumentException("what was served is not a list to compute");
    };
  }

  private boolean follows(int user, int item) {
    return world.follows().isFollowing(user, world.content().author(item));
  }

  /// Returns how many items a list has at most.
  public int length() {
    return length;
  }
}
