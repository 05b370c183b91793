package dev.roost.api.bench.rank;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Generated rows: those to train on, whose outcome depends on ten features, and a batch to score.
public final class ScoringSample {

  private static final int TELLING = 10;

  private final RankBenchSettings settings;
  private final float[][] training;
  private final int[] outcomes;
  private final float[][] batch;

  private ScoringSample(
      RankBenchSettings settings, float[][] training, int[] outcomes, float[][] batch) {
    this.settings = settings;
    this.training = training;
    this.outcomes = outcomes;
    this.batch = batch;
  }

  /// Returns the sample of a seed.
  public static ScoringSample draw(RankBenchSettings settings) {
    var draws = new SplittableRandom(settings.seed());
    var training = rows(draws, settings.training(), settings.features());
    var outcomes = new int[training.length];
    Arrays.setAll(outcomes, i -> i < 2 ? i : outcome(draws, training[i]));
    return new ScoringSample(
        settings, training, outcomes, rows(draws, settings.rows(), settings.features()));
  }

  private static float[][] rows(SplittableRandom draws, int n, int features) {
    var rows = new float[n][features];
    for (var row : rows) {
      for (int i = 0; i < features; i++) {
        row[i] = i % 4 == 3 ? draws.nextInt(20) : (float) draws.nextGaussian();
      }
    }
    return rows;
  }

  private static int outcome(SplittableRandom draws, float[] row) {
    double odds = -1;
    for (int i = 0; i < Math.min(TELLING, row.length - 1); i++) {
      odds += Math.sin(row[i]) * row[i + 1] / (1 + i % 4);
    }
    return draws.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  }

  /// Returns what was asked for.
  public RankBenchSettings settings() {
    return settings;
  }

  float[][] training() {
    return training;
  }

  int[] outcomes() {
    return outcomes;
  }

  float[][] batch() {
    return batch;
  }

  /// Returns the rows to train on, row-major.
  public float[] flatTraining() {
    return flat(training);
  }

  /// Returns the outcomes of the rows to train on, 0 or 1.
  public float[] labels() {
    var labels = new float[outcomes.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = outcomes[i];
    }
    return labels;
  }

  /// Returns the rows to score, row-major.
  public float[] flatBatch() {
    return flat(batch);
  }

  private static float[] flat(float[][] rows) {
    var flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return flat;
  }
}
