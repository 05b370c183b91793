package dev.roost.simulator.drift;

import dev.roost.simulator.world.Topics;
import dev.roost.simulator.world.World;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Some people of a group, and some items of the days before an instant: what a drift of tastes is
/// measured on. Both are bounded, so that it costs the same in a world of any size.
final class Sample {

  private static final int PEOPLE = 100;
  private static final int ITEMS = 10_000;
  private static final int DAYS = 7;

  private final World world;
  private final int[] users;
  private final int second;
  private final int[] items;

  /// @param isMember shape `[users]`, who belongs to the group
  Sample(World world, boolean[] isMember, int tick) {
    this.world = world;
    this.users = users(isMember);
    this.second = tick * world.settings().tickSeconds();
    this.items = items(world, second);
  }

  private static int[] items(World world, int second) {
    int size = world.content().size();
    int first = size;
    while (first > 0 && world.content().second(first - 1) > second - DAYS * 86_400) {
      first--;
    }
    int oldest = first;
    int stride = (size - first + ITEMS - 1) / ITEMS;
    return IntStream.range(first, size).filter(i -> (i - oldest) % stride == 0).toArray();
  }

  private static int[] users(boolean[] isMember) {
    var sample = new int[PEOPLE];
    int count = 0;
    for (int user = 0; user < isMember.length && count < PEOPLE; user++) {
      if (isMember[user]) {
        sample[count++] = user;
      }
    }
    return Arrays.copyOf(sample, count);
  }

  World world() {
    return world;
  }

  /// Returns how many people are in the sample.
  int people() {
    return users.length;
  }

  /// Returns the `nth` of the people.
  int user(int nth) {
    return users[nth];
  }

  /// Returns the true expected value of an item for a user at the instant of the sample.
  double value(int user, int item) {
    return world.behaviour().value(user, item, second);
  }

  /// Returns the items that are worth most to a user, at most `most` if no two are equal.
  int[] best(int user, int most) {
    double[] values = Arrays.stream(items).mapToDouble(item -> value(user, item)).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double least = items.length > most ? sorted[items.length - most] : Double.NEGATIVE_INFINITY;
    return IntStream.range(0, items.length)
        .filter(i -> values[i] >= least)
        .map(i -> items[i])
        .toArray();
  }

  /// Returns for each topic the odds of a click on its items, summed, for people without a taste.
  double[] supply() {
    var supply = new double[Topics.COUNT];
    for (int user : users) {
      for (int item : items) {
        supply[world.content().topic(item)] +=
            StrictMath.exp(world.behaviour().appealBeyondTaste(user, item, second));
      }
    }
    return supply;
  }
}
