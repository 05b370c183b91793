package dev.roost.simulator.world;

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
          "anime");

  /// How many topics there are.
  public static final int COUNT = 24;

  private Topics() {}

  /// Returns the name of a topic, in `[0, COUNT)`.
  public static String name(int topic) {
    return NAMES.get(topic);
  }
}
