package dev.roost.simulator.drift;

import dev.roost.simulator.world.World;
import java.util.Arrays;

/// Finds how many topics must swap to take a given share of the value away from what people liked.
///
/// What people liked is, for a sample of them, the hundred live items of the highest true expected
/// value. Their value with the tastes after the swap, over that before, tells the share that is
/// lost. It is a property of the world alone, so it is equal whatever a recommender serves.
final class FlipStrength {

  private static final int SAMPLE = 200;
  private static final int LIKED = 100;
  private static final int HORIZON_SECONDS = 7 * 86_400;
  private static final int STEPS = 16; // of bisection

  private final World world;
  private final TopicSwaps swaps;
  private final int[] users;
  private final int second;
  private final int[][] liked;
  private final double before;

  FlipStrength(World world, TopicSwaps swaps, boolean[] isMember, int tick) {
    this.world = world;
    this.swaps = swaps;
    this.users = sample(isMember);
    this.second = tick * world.settings().tickSeconds();
    this.liked = Arrays.stream(users).mapToObj(this::liked).toArray(int[][]::new);
    this.before = value();
  }

  private static int[] sample(boolean[] isMember) {
    var sample = new int[SAMPLE];
    int count = 0;
    for (int user = 0; user < isMember.length && count < SAMPLE; user++) {
      if (isMember[user]) {
        sample[count++] = user;
      }
    }
    return Arrays.copyOf(sample, count);
  }

  private int[] liked(int user) {
    int last = world.content().size() - 1;
    int first = last;
    while (first >= 0 && world.content().second(first) > second - HORIZON_SECONDS) {
      first--;
    }
    int oldest = first + 1;
    var values = new double[last - first];
    for (int i = 0; i < values.length; i++) {
      values[i] = world.behaviour().value(user, oldest + i, second);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double least = sorted.length > LIKED ? sorted[sorted.length - LIKED] : Double.NEGATIVE_INFINITY;
    var items = new int[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= least) {
        items[count++] = oldest + i;
      }
    }
    return Arrays.copyOf(items, count);
  }

  private double value() {
    double sum = 0;
    for (int nth = 0; nth < users.length; nth++) {
      for (int item : liked[nth]) {
        sum += world.behaviour().value(users[nth], item, second);
      }
    }
    return sum;
  }

  /// Returns the share of the value that is lost at a dial; the tastes stay as they are.
  double lost(double dial) {
    swapAll(dial);
    double after = value();
    swapAll(dial);
    return 1 - after / before;
  }

  private void swapAll(double dial) {
    for (int user : users) {
      swaps.swap(world.tastes(), user, dial);
    }
  }

  /// Returns the smallest dial found at which `share` is lost; all topics if that is not enough, or
  /// if there is nothing yet to lose.
  double dialFor(double share) {
    double low = 0;
    double high = TopicSwaps.MOST_PAIRS;
    if (!(before > 0) || lost(high) <= share) {
      return high;
    }
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (lost(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
