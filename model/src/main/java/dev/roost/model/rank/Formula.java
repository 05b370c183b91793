package dev.roost.model.rank;

import static java.util.Objects.requireNonNull;

import dev.roost.model.score.ScorerChoice;
import dev.roost.model.score.TreeEnsemble;

/// How the sums of a row are made, one for each [Head]: log-odds, and for [Head#DWELL] the value.
public sealed interface Formula {

  /// Returns the number of columns of a row.
  int features();

  /// Returns this formula in a form that is evaluated fast.
  Sums compile(ScorerChoice choice);

  /// A compiled formula. Any number of threads may share one.
  interface Sums {

    /// Writes the sums of rows.
    ///
    /// @param rows row-major `[n, features]`, all finite
    /// @param out row-major `[n, Head.COUNT]` or longer; the first n are overwritten
    void of(float[] rows, int n, double[] out);
  }

  /// Sums of leaves of trees.
  record OfTrees(TreeEnsemble trees) implements Formula {

    public OfTrees {
      requireNonNull(trees);
      requireWidth(trees.width());
    }

    @Override
    public int features() {
      return trees.features();
    }

    @Override
    public Sums compile(ScorerChoice choice) {
      return choice.compile(trees)::score;
    }
  }

  /// Means of probabilities in leaves of trees, turned into log-odds.
  record OfForest(TreeEnsemble trees) implements Formula {

    private static final double LEAST = 1e-6; // probability, so that log-odds are finite

    public OfForest {
      requireNonNull(trees);
      requireWidth(trees.width());
    }

    @Override
    public int features() {
      return trees.features();
    }

    @Override
    public Sums compile(ScorerChoice choice) {
      var scorer = choice.compile(trees);
      return (rows, n, out) -> {
        scorer.score(rows, n, out);
        for (int i = 0; i < n * Head.COUNT; i++) {
          out[i] = i % Head.COUNT == Head.DWELL.ordinal() ? out[i] : logOdds(out[i]);
        }
      };
    }

    private static double logOdds(double mean) {
      double p = Math.clamp(mean, LEAST, 1 - LEAST);
      return StrictMath.log(p / (1 - p));
    }
  }

  /// Weighted sums of the features themselves.
  record OfFeatures(LinearSums weights) implements Formula {

    public OfFeatures {
      requireNonNull(weights);
      requireWidth(weights.width());
    }

    @Override
    public int features() {
      return weights.features();
    }

    @Override
    public Sums compile(ScorerChoice choice) {
      return weights::of;
    }
  }

  private static void requireWidth(int width) {
    if (width != Head.COUNT) {
      throw new IllegalArgumentException(
          "a formula has %d sums, not %d".formatted(Head.COUNT, width));
    }
  }
}
