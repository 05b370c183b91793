package dev.roost.api.bench.feed;

import dev.roost.api.bench.OptionNames;
import java.util.Set;

/// What [FeedBench] can measure.
public enum FeedPart {
  /// The work of delivering and reading, by strategy.
  WORK,
  /// How long reads take, alone, through the actors, and beside a huge author.
  LATENCY,
  /// How cost grows with users and with followers.
  GROWTH;

  /// Returns whether there are charts of what it measures.
  public boolean isDrawn() {
    return this != LATENCY;
  }

  /// Returns the parts of a comma list, or all.
  ///
  /// @throws IllegalArgumentException if a name is not that of a part; the message lists them
  public static Set<FeedPart> parse(String list) {
    return OptionNames.parse(FeedPart.class, "part", list);
  }
}
