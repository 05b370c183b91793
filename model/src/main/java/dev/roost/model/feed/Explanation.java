package dev.roost.model.feed;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Why an item is where it is: what was foretold of it, what each feature added to that, and what
/// re-ranking did to its value.
///
/// @param heads one for each kind of engagement that is foretold
public record Explanation(List<Head> heads, Moves moves) {

  public Explanation {
    heads = List.copyOf(heads);
    requireNonNull(moves);
  }

  /// What re-ranking did to an item. Each fade is in `[0, 1]`: the value was multiplied by it, or
  /// divided if it is below 0.
  ///
  /// @param timesShown how often the item, its original or a repost of that was shown before, too
  ///     seldom to be left out
  /// @param topicShown fade for what the reader was shown of its topic before
  /// @param writerShown fade for what the reader was shown by its writer before
  /// @param topicAbove fade for items of its topic above it
  /// @param writerAbove fade for items by its writer above it
  /// @param explored whether exploration put it here, whatever its value
  public record Moves(
      int timesShown,
      double topicShown,
      double writerShown,
      double topicAbove,
      double writerAbove,
      boolean explored) {

    /// Nothing.
    public static final Moves NONE = new Moves(0, 1, 1, 1, 1, false);

    /// Returns the product of all fades.
    public double fade() {
      return topicShown * writerShown * topicAbove * writerAbove;
    }
  }

  /// What was foretold of one kind of engagement.
  ///
  /// @param name of the kind, such as `click`
  /// @param foretold its probability, or seconds of dwell
  /// @param weight of it in the value
  /// @param additiveOn what the numbers below add up to: `log-odds` of the probability,
  ///     `log-seconds` of dwell, or the `mean` of a forest before it is calibrated
  /// @param base the sum for a reader and an item of whom nothing is known
  /// @param added what each feature adds to it, the largest first, without those that add nothing
  public record Head(
      String name,
      double foretold,
      double weight,
      String additiveOn,
      double base,
      List<Contribution> added) {

    public Head {
      added = List.copyOf(added);
    }
  }

  /// What one feature adds: its exact Shapley value.
  ///
  /// @param feature its name in the schema
  /// @param value of the feature as served
  public record Contribution(String feature, float value, double add) {}
}
