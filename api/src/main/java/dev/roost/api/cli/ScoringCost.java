package dev.roost.api.cli;

import dev.roost.api.bench.Median;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.score.ScorerChoice;
import java.util.List;

/// What it costs to hold a model and to score with it here.
///
/// @param bytes of its file
/// @param microsPerRow on one thread, in batches of 200, all kinds of engagement; the median of
///     some passes
/// @param scorer `vector` or `portable`
record ScoringCost(long bytes, double microsPerRow, String scorer) {

  private static final int BATCH = 200;
  private static final int PASSES = 300;
  private static final double NANOS_PER_MICRO = 1e3;

  /// Measures a model on the first examples.
  static ScoringCost of(RankingModel model, long bytes, List<Example> examples) {
    var choice = ScorerChoice.named("auto");
    var scorer = model.compile(choice);
    int n = Math.min(BATCH, examples.size());
    int width = examples.getFirst().featureCount();
    var rows = new float[n * width];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = examples.get(i / width).feature(i % width);
    }
    var out = new double[n * Head.COUNT];
    var micros = new double[PASSES];
    for (int pass = -PASSES; pass < PASSES; pass++) {
      long began = System.nanoTime();
      scorer.foretell(rows, n, out);
      if (pass >= 0) {
        micros[pass] = (System.nanoTime() - began) / NANOS_PER_MICRO / n;
      }
    }
    return new ScoringCost(bytes, Median.of(micros), choice.scorer());
  }
}
