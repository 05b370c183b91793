package dev.roost.simulator.drift;

import dev.roost.simulator.world.World;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.stream.IntStream;

/// Who is known, by how many follow them.
final class Known {

  private Known() {}

  /// Returns the creators from the most followed to the least; equals by number.
  static int[] creators(World world) {
    int[] followers = world.follows().followers();
    return IntStream.range(0, world.creators().count())
        .map(world.creators()::user)
        .boxed()
        .sorted(Comparator.comparingInt((Integer user) -> -followers[user]).thenComparing(u -> u))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Returns the newest item of each of the most followed creators who wrote any, ascending.
  static int[] newestItems(World world, int most) {
    var content = world.content();
    int[] byFame = creators(world);
    var wanted = new HashSet<Integer>();
    Arrays.stream(byFame).limit(10L * most).forEach(wanted::add);
    var found = new int[most];
    int count = 0;
    for (int item = content.size() - 1; item >= 0 && count < most; item--) {
      boolean isFit = !content.isRepost(item) && content.deletedAt(item) == Integer.MAX_VALUE;
      if (isFit && wanted.remove(content.author(item))) {
        found[count++] = item;
      }
    }
    var items = Arrays.copyOf(found, count);
    Arrays.sort(items);
    return items;
  }
}
