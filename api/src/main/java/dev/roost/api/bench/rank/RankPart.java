package dev.roost.api.bench.rank;

import dev.roost.api.bench.OptionNames;
import java.util.Set;

/// What [RankBench] can measure.
public enum RankPart {
  /// Scoring a batch of rows with an ensemble of trees.
  SCORING,
  /// The search for items near a taste.
  NEIGHBOURS,
  /// Whole feeds through the actors of a node.
  REQUEST;

  /// Returns the parts of a comma list, or all.
  ///
  /// @throws IllegalArgumentException if a name is not that of a part; the message lists them
  public static Set<RankPart> parse(String list) {
    return OptionNames.parse(RankPart.class, "part", list);
  }
}
