package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Ranks items by `popularity × (floor + nearness to the reader) ^ power`.
///
/// @param popularity null to rank by nearness alone
/// @param smoothing added to each count of popularity before shares are taken
/// @param floor above 0, so that what is near to nobody yet can still be popular
/// @param power above 0
record Mix(
    Affinity affinity,
    @Nullable Popularity popularity,
    double smoothing,
    double floor,
    double power) {

  /// Returns the natural logarithms of nearness above a floor.
  static double[] logarithms(double[] near, double floor) {
    var logarithms = new double[near.length];
    for (int i = 0; i < near.length; i++) {
      logarithms[i] = StrictMath.log(floor + near[i]);
    }
    return logarithms;
  }

  /// Returns what orders the items.
  ///
  /// @param popular shape `[live]`, to base 2; not modified
  /// @param logarithms shape `[live]`, natural ones of nearness; not modified
  static double[] orders(double[] popular, double[] logarithms, double power) {
    double octaves = power / StrictMath.log(2);
    var orders = new double[popular.length];
    for (int i = 0; i < popular.length; i++) {
      orders[i] = popular[i] + octaves * logarithms[i];
    }
    return orders;
  }

  /// Returns how the live items stand now.
  ///
  /// @param near shape `[live]`, how near each is to the reader
  Standing standing(double[] near, LiveItems live, Chance ties, Instant now) {
    double[] logarithms = logarithms(near, floor);
    var popular = popularity == null ? new double[live.size()] : popularity.orders(live);
    var order = new Order(live.oldest(), orders(popular, logarithms, power), ties);
    return new Standing(order, live.oldest(), weights(logarithms, live, now));
  }

  private double[] weights(double[] logarithms, LiveItems live, Instant now) {
    var counts = popularity == null ? new double[live.size()] : popularity.counts(live, now);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (counts[i] + smoothing) * StrictMath.exp(power * logarithms[i]);
    }
    return counts;
  }
}
