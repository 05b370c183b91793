package dev.roost.api.bench.feed;

import dev.roost.model.chance.Chance;
import java.util.Arrays;

/// How often each user does something compared with others: lognormal, so that some do it a
/// thousand times as often.
final class Rates {

  /// The standard deviation of the logarithm.
  static final double SIGMA = 1.63;

  private final double[] upTo; // running sums

  private Rates(double[] upTo) {
    this.upTo = upTo;
  }

  /// Draws the rates of all users.
  ///
  /// @param phase other phases have other rates
  static Rates draw(int users, Chance chance, int phase) {
    double[] upTo = new double[users];
    double sum = 0;
    for (int user = 0; user < users; user++) {
      sum += StrictMath.exp(SIGMA * chance.normal(user, phase, 0));
      upTo[user] = sum;
    }
    return new Rates(upTo);
  }

  /// Returns the user of an event.
  ///
  /// @param uniform in `[0, 1)`
  int user(double uniform) {
    int place = Arrays.binarySearch(upTo, uniform * upTo[upTo.length - 1]);
    return Math.min(upTo.length - 1, place >= 0 ? place + 1 : -place - 1);
  }
}
