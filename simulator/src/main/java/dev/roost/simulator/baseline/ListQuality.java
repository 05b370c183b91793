package dev.roost.simulator.baseline;

import dev.roost.simulator.world.World;
import java.util.Arrays;

/// How good one list truly is for one reader at one instant.
///
/// @param value expected engagement value: the sum over positions of the chance that the item is
///     on the screen and attended to, times its expected value
/// @param gain discounted gain of the first ten by expected value, not normalised
/// @param hit chance of a positive engagement among the first ten
/// @param topics how many topics the first ten have
/// @param again share of the first ten whose author also wrote something that the reader saw last
public record ListQuality(double value, double gain, double hit, int topics, double again) {

  private static final int CUT = 10;

  /// Returns the quality of a list.
  ///
  /// @param items shape `[n]`, `n` at most 256, in order; -1 counts as worthless; not modified
  /// @param second when, in seconds from the start
  /// @param before items that the reader saw last; not modified
  public static ListQuality of(World world, int user, int second, int[] items, int[] before) {
    var behaviour = world.behaviour();
    double value = 0;
    double gain = 0;
    double miss = 1;
    double looking = 1; // chance that no click above was the last thing attended to
    for (int position = 0; position < items.length; position++) {
      int item = items[position];
      if (item < 0) {
        continue;
      }
      double attention = behaviour.attention(user, position);
      double met = behaviour.onScreen(position) * attention;
      double worth = behaviour.value(user, item, second);
      double click = behaviour.click(user, item, second);
      value += looking * met * worth;
      if (position < CUT) {
        gain += Math.max(0, worth) * StrictMath.log(2) / StrictMath.log(position + 2.0);
        miss *= 1 - met * click; // who clicked nothing above still looks
      }
      looking *= 1 - behaviour.stopsAfterClick() * attention * click;
    }
    int[] first = Arrays.stream(items).limit(CUT).filter(item -> item >= 0).toArray();
    return new ListQuality(
        value, gain, 1 - miss, topics(world, first), again(world, first, before));
  }

  private static int topics(World world, int[] first) {
    return (int) Arrays.stream(first).map(world.content()::topic).distinct().count();
  }

  private static double again(World world, int[] first, int[] before) {
    var content = world.content();
    int[] authors = Arrays.stream(before).map(content::author).sorted().toArray();
    long again =
        Arrays.stream(first)
            .filter(item -> Arrays.binarySearch(authors, content.author(item)) >= 0)
            .count();
    return first.length == 0 ? 0 : (double) again / first.length;
  }
}
