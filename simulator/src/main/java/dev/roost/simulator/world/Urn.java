package dev.roost.simulator.world;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Creators weighted by fame.
final class Urn {

  private final int[] users;
  private final double[] upTo;

  Urn(Creators creators, IntPredicate belongs) {
    var inside = new int[creators.count()];
    var weights = new double[creators.count()];
    int count = 0;
    double sum = 0;
    for (int creator = 0; creator < creators.count(); creator++) {
      if (belongs.test(creators.user(creator))) {
        sum += creators.fame(creator);
        inside[count] = creators.user(creator);
        weights[count++] = sum;
      }
    }
    this.users = Arrays.copyOf(inside, count);
    this.upTo = Arrays.copyOf(weights, count);
  }

  boolean isEmpty() {
    return users.length == 0;
  }

  int at(double uniform) {
    int place = Arrays.binarySearch(upTo, uniform * upTo[upTo.length - 1]);
    return users[Math.min(users.length - 1, place < 0 ? -place - 1 : place + 1)];
  }
}
