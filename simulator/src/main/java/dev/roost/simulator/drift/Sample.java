package dev.roost.simulator.drift;

import dev.roost.simulator.world.Topics;
import dev.roost.simulator.world.World;
import java.util.Arrays;

/// Some people of a group, and the items live at an instant: what a drift of tastes is measured on.
final class Sample {

  private static final int PEOPLE = 100;
  private static final int HORIZON_SECONDS = 7 * 86_400;

  private final World world;
  private final int[] users;
  private final int second;
  private final int firstItem;
  private final int items;

  /// @param isMember shape `[users]`, who belongs to the group
  Sample(World world, boolean[] isMember, int tick) {
    this.world = world;
    this.users = users(isMember);
    this.second = tick * world.settings().tickSeconds();
    int first = world.content().size();
    while (first > 0 && world.content().second(first - 1) > second - HORIZON_SECONDS) {
      first--;
    }
    this.firstItem = first;
    this.items = world.content().size() - first;
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

  /// Returns the live items that are worth most to a user, at most `most` if no two are equal.
  int[] best(int user, int most) {
    var values = new double[items];
    for (int i = 0; i < items; i++) {
      values[i] = value(user, firstItem + i);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double least = items > most ? sorted[items - most] : Double.NEGATIVE_INFINITY;
    var best = new int[items];
    int count = 0;
    for (int i = 0; i < items; i++) {
      if (values[i] >= least) {
        best[count++] = firstItem + i;
      }
    }
    return Arrays.copyOf(best, count);
  }

  /// Returns for each topic how much of it there is to click for people without a taste.
  double[] supply() {
    var supply = new double[Topics.COUNT];
    for (int user : users) {
      for (int item = firstItem; item < firstItem + items; item++) {
        supply[world.content().topic(item)] +=
            StrictMath.exp(world.behaviour().appealBeyondTaste(user, item, second));
      }
    }
    return supply;
  }
}
