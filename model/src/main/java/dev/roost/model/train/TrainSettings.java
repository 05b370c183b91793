package dev.roost.model.train;

import static java.util.Objects.requireNonNull;

import dev.roost.model.score.TreeEnsemble;

/// How a ranking model is fitted.
///
/// @param learner the family of models
/// @param minRows examples below which nothing is trained; at least 20
/// @param maxRows newest examples that are used; at least `minRows`
/// @param trees of the ensemble; at least 1
/// @param maxDepth levels of a tree, that of the leaves included, 2 to 8
/// @param maxLeaves of a tree; at least 2
/// @param leafRows least examples in a leaf; at least 1
/// @param shrinkage by which each tree is multiplied, above 0, at most 1
/// @param subsample share of the examples of its deck that each tree sees, above 0, at most 1
/// @param deckRows examples among which the sample of a boosted tree of log-odds is drawn, about:
///     if there are half as many again, they are dealt into decks, and trees take turns; at least
///     `leafRows`
/// @param columnShare share of the features that are not the same in all examples, drawn anew for
///     each boosted tree of log-odds, that it may use; above 0, at most 1
/// @param leafPenalty of squared weights of leaves or features, above 0
/// @param heldOut share of the newest examples kept from the trees, from 0.05 to 0.5
/// @param seed of samples of examples and columns
public record TrainSettings(
    Learner learner,
    int minRows,
    int maxRows,
    int trees,
    int maxDepth,
    int maxLeaves,
    int leafRows,
    double shrinkage,
    double subsample,
    int deckRows,
    double columnShare,
    double leafPenalty,
    double heldOut,
    long seed) {

  private static final int DEEPEST = TreeEnsemble.MAX_DEPTH - 2; // far from what costs memory

  public TrainSettings {
    requireNonNull(learner);
    within(20, minRows, maxRows, "min-rows");
    within(1, trees, 10_000, "trees");
    within(2, maxDepth, DEEPEST, "max-depth");
    within(2, maxLeaves, 1 << DEEPEST, "max-leaves");
    within(1, leafRows, maxRows, "leaf-rows");
    share(0, shrinkage, 1, "shrinkage");
    share(0, subsample, 1, "subsample");
    within(leafRows, deckRows, Integer.MAX_VALUE, "deck-rows");
    share(0, columnShare, 1, "column-share");
    if (!(leafPenalty > 0 && leafPenalty < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("leaf-penalty must be above 0: " + leafPenalty);
    }
    share(0.05, heldOut, 0.5, "held-out");
  }

  private static void within(int least, int value, int most, String name) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + ": " + value);
    }
  }

  private static void share(double least, double value, double most, String name) {
    if (!(value > 0 && value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be above 0, from " + least + " to " + most + ": " + value);
    }
  }

  /// Returns settings that train on two cores within seconds.
  public static TrainSettings usual(long seed) {
    return new TrainSettings(
        Learner.TREES_THEN_LOGISTIC,
        400,
        40_000,
        50,
        6,
        8,
        20,
        0.1,
        0.7,
        10_000,
        0.3,
        200,
        0.2,
        seed);
  }
}
