package dev.roost.api.bench.feed;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What [FeedBench] can measure.
public enum FeedPart {
  /// The work of delivering and reading, by strategy.
  WORK,
  /// How long reads take, alone, through the actors, and beside a huge author.
  LATENCY,
  /// How cost grows with users and with followers.
  GROWTH;

  /// Returns the parts of a comma list, or all.
  ///
  /// @throws IllegalArgumentException if a name is not that of a part; the message lists them
  public static Set<FeedPart> parse(String list) {
    if (list.equals("all")) {
      return EnumSet.allOf(FeedPart.class);
    }
    var parts = EnumSet.noneOf(FeedPart.class);
    for (var name : list.split(",", -1)) {
      parts.add(named(name.strip()));
    }
    return parts;
  }

  private static FeedPart named(String name) {
    return Arrays.stream(values())
        .filter(part -> part.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no part '"
                        + name
                        + "'; there are: all, or some of "
                        + String.join(",", Arrays.stream(values()).map(FeedPart::word).toList())));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
