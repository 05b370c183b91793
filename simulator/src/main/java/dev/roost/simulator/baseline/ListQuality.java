package dev.roost.simulator.baseline;

import dev.roost.simulator.world.Behaviour;
import dev.roost.simulator.world.World;

/// How good one list truly is for one reader at one instant.
///
/// @param value expected engagement value: the sum over positions of the chance that the item is
///     on the screen and attended to, times its expected value
/// @param gain discounted gain of the first ten by expected value, not normalised
/// @param hit chance of a positive engagement among the first ten
public record ListQuality(double value, double gain, double hit) {

  private static final int CUT = 10;

  /// Returns the quality of a list.
  ///
  /// @param items shape `[n]`, `n` at most 256, in order; -1 counts as worthless; not modified
  /// @param second when, in seconds from the start
  public static ListQuality of(World world, int user, int second, int[] items) {
    double value = 0;
    double gain = 0;
    double miss = 1;
    for (int position = 0; position < items.length; position++) {
      int item = items[position];
      if (item < 0) {
        continue;
      }
      double met = Behaviour.onScreen(position) * Behaviour.attention(position);
      double worth = world.behaviour().value(user, item, second);
      value += met * worth;
      if (position < CUT) {
        gain += Math.max(0, worth) * StrictMath.log(2) / StrictMath.log(position + 2.0);
        miss *= 1 - met * world.behaviour().click(user, item, second);
      }
    }
    return new ListQuality(value, gain, 1 - miss);
  }
}
