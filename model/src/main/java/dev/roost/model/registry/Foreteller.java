package dev.roost.model.registry;

import dev.roost.model.feature.Feature;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.HeadScorer;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.score.ScorerChoice;
import java.util.List;

/// Foretells with a model what came of impressions that another one ranked.
///
/// Rows are those that were logged as served, at the places where the items stood. Their features
/// of taste were made in the space of the model that ranked: a model that foretells in its shadow
/// reads them as if they were of its own space. It was not its errors that chose the items, either,
/// so it looks a little better than it would on impressions of its own; what a shadow tells is
/// whether a model is clearly worse.
public final class Foreteller {

  private static final int WIDTH = Feature.values().length;

  private final HeadScorer scorer;

  /// Returns one that foretells with a model.
  public Foreteller(RankingModel model, ScorerChoice choice) {
    scorer = model.compile(choice);
  }

  /// Returns whether the row of an example is one that a model can read: whole and finite.
  public static boolean canRead(Example example) {
    if (example.featureCount() != WIDTH) {
      return false;
    }
    for (int i = 0; i < WIDTH; i++) {
      if (!Float.isFinite(example.feature(i))) {
        return false;
      }
    }
    return true;
  }

  /// Returns the probability of a positive engagement for each example.
  ///
  /// @param examples each of which can be read
  public double[] positives(List<Example> examples) {
    var rows = new float[examples.size() * WIDTH];
    for (int i = 0; i < examples.size(); i++) {
      fill(examples.get(i), rows, i * WIDTH);
    }
    var foretold = new double[examples.size() * Head.COUNT];
    scorer.foretell(rows, examples.size(), foretold);
    var positives = new double[examples.size()];
    for (int i = 0; i < positives.length; i++) {
      positives[i] = foretold[i * Head.COUNT + Head.POSITIVE.ordinal()];
    }
    return positives;
  }

  private static void fill(Example example, float[] rows, int from) {
    for (int i = 0; i < WIDTH; i++) {
      rows[from + i] = example.feature(i);
    }
    int place = example.served().position();
    if (place != Example.UNPLACED) {
      rows[from + Feature.POSITION.ordinal()] = place;
    }
  }
}
