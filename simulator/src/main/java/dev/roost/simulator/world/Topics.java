package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import java.util.Arrays;
import java.util.List;

/// What posts are about.
public final class Topics {

  private static final List<String> NAMES =
      List.of(
          "football",
          "cooking",
          "travel",
          "politics",
          "cinema",
          "jazz",
          "gaming",
          "fitness",
          "fashion",
          "gardening",
          "astronomy",
          "startups",
          "parenting",
          "photography",
          "history",
          "pets",
          "cars",
          "books",
          "climate",
          "crafts",
          "finance",
          "comedy",
          "health",
          "anime",
          "elections");

  /// How many topics people write about from the start.
  public static final int ESTABLISHED = 24;

  /// How many topics there are, with the one that only a drift brings up.
  public static final int COUNT = 25;

  private Topics() {}

  /// Returns the established topics in an order drawn for `what`.
  static int[] shuffled(Chance chance, long what) {
    var order = new long[ESTABLISHED]; // sorted by chance, the topic in the low bits
    for (int topic = 0; topic < ESTABLISHED; topic++) {
      order[topic] = (chance.bits(what, topic, 0) & ~0xffL) | topic;
    }
    Arrays.sort(order);
    return Arrays.stream(order).mapToInt(bits -> (int) (bits & 0xff)).toArray();
  }

  /// Returns the name of a topic, in `[0, COUNT)`.
  public static String name(int topic) {
    return NAMES.get(topic);
  }

  /// Returns the topic of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static int named(String name) {
    int topic = NAMES.indexOf(name);
    if (topic < 0) {
      throw new IllegalArgumentException("no topic " + name + "; choose one of " + NAMES);
    }
    return topic;
  }
}
