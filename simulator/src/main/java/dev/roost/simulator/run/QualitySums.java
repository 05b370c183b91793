package dev.roost.simulator.run;

import dev.roost.model.metric.LogLoss;
import dev.roost.model.metric.Predictions;
import dev.roost.model.metric.RocAuc;
import dev.roost.simulator.baseline.Baseline;
import dev.roost.simulator.baseline.ListQuality;
import java.util.Arrays;

/// Quality of all rankers on the sampled sessions of one world, summed by reader.
final class QualitySums {

  /// What is summed for each ranker.
  enum Measure {
    VALUE,
    GAIN,
    HIT,
    TOPICS,
    AGAIN
  }

  private static final int BASELINES = Baseline.values().length;
  private static final int MEASURES = Measure.values().length;

  private final double[] samples;
  private final double[][] sums; // [baseline × measure][user]
  private final double[] ndcg; // of the list now added, by baseline
  private double[] stated = new double[1024];
  private double[] truth = new double[1024];
  private boolean[] positive = new boolean[1024];
  private int size;

  QualitySums(int users) {
    this.samples = new double[users];
    this.sums = new double[BASELINES * MEASURES][users];
    this.ndcg = new double[BASELINES];
  }

  /// Adds the lists of one session.
  ///
  /// @param lists shape `[baselines]`
  void add(int user, ListQuality[] lists) {
    samples[user]++;
    double ideal = lists[Baseline.ORACLE.ordinal()].gain();
    for (int baseline = 0; baseline < BASELINES; baseline++) {
      ndcg[baseline] = ideal > 0 ? lists[baseline].gain() / ideal : 1;
      sums[baseline * MEASURES + Measure.VALUE.ordinal()][user] += lists[baseline].value();
      sums[baseline * MEASURES + Measure.GAIN.ordinal()][user] += ndcg[baseline];
      sums[baseline * MEASURES + Measure.HIT.ordinal()][user] += lists[baseline].hit();
      sums[baseline * MEASURES + Measure.TOPICS.ordinal()][user] += lists[baseline].topics();
      sums[baseline * MEASURES + Measure.AGAIN.ordinal()][user] += lists[baseline].again();
    }
  }

  /// Adds one impression of a sampled session.
  ///
  /// @param probability as the recommender stated it
  /// @param chance true chance of a positive engagement at this place
  void addImpression(double probability, double chance, boolean isPositive) {
    if (size == stated.length) {
      stated = Arrays.copyOf(stated, 2 * size);
      truth = Arrays.copyOf(truth, 2 * size);
      positive = Arrays.copyOf(positive, 2 * size);
    }
    stated[size] = probability;
    truth[size] = chance;
    positive[size++] = isPositive;
  }

  /// Returns how many sessions of each user were sampled; not to be modified.
  double[] samples() {
    return samples;
  }

  /// Returns the sum of a measure for each user; not to be modified.
  double[] of(Baseline baseline, Measure measure) {
    return sums[baseline.ordinal() * MEASURES + measure.ordinal()];
  }

  /// Returns the area under the ROC curve of the stated probabilities, NaN if there is none.
  double auc(Baseline baseline) {
    return RocAuc.of(probabilities(baseline), outcomes()).orElse(Double.NaN);
  }

  /// Returns the mean log loss of the stated probabilities, NaN if there is none.
  double logLoss(Baseline baseline) {
    var predictions = Predictions.of(probabilities(baseline), outcomes());
    return LogLoss.of(predictions).orElse(Double.NaN);
  }

  private double[] probabilities(Baseline baseline) {
    return switch (baseline) {
      case SERVED -> Arrays.copyOf(stated, size);
      case ORACLE -> Arrays.copyOf(truth, size);
      case POPULARITY, RANDOM, CHRONOLOGICAL ->
          throw new IllegalArgumentException(baseline + " states no probabilities");
    };
  }

  private boolean[] outcomes() {
    return Arrays.copyOf(positive, size);
  }
}
