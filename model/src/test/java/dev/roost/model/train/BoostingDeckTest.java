package dev.roost.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.metric.Predictions;
import dev.roost.model.metric.RocAuc;
import dev.roost.model.score.PortableScorer;
import dev.roost.model.score.TreeEnsemble;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Trees of many decks. That those of one deck are Smile's own is shown by [VaryingColumnsTest].
final class BoostingDeckTest {

  private static final int FEATURES = Fold.SCHEMA.size();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sample(float[][] rows, int[] labels) {

    /// Draws rows whose class depends on three of ten columns and on chance.
    static Sample of(int count, long seed) {
      var random = new SplittableRandom(seed);
      var rows = new float[count][FEATURES];
      var labels = new int[count];
      for (int i = 0; i < count; i++) {
        for (int column = 0; column < 10; column++) {
          rows[i][column] = random.nextFloat();
        }
        double odds = 4 * rows[i][2] - 3 * rows[i][5] + 2 * rows[i][7] - 3;
        labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
      }
      return new Sample(rows, labels);
    }
  }

  private static TreeEnsemble fit(Sample sample, int deckRows, double columnShare) {
    var settings =
        new TrainSettings(
            Learner.BOOSTED_TREES,
            100,
            20_000,
            60,
            4,
            8,
            20,
            0.1,
            0.7,
            deckRows,
            columnShare,
            5,
            0.2,
            3);
    var steps = new Steps(TrainingProgress.unwatched(), settings.trees());
    return Boosting.logOdds(sample.rows(), sample.labels(), settings, steps);
  }

  private static double auc(TreeEnsemble trees, Sample sample) {
    int n = sample.rows().length;
    var flat = new float[n * FEATURES];
    for (int i = 0; i < n; i++) {
      System.arraycopy(sample.rows()[i], 0, flat, i * FEATURES, FEATURES);
    }
    var sums = new double[n];
    new PortableScorer(trees).score(flat, n, sums);
    var happened = new boolean[n];
    for (int i = 0; i < n; i++) {
      sums[i] = 1 / (1 + Math.exp(-sums[i]));
      happened[i] = sample.labels()[i] == 1;
    }
    return RocAuc.of(Predictions.of(sums, happened)).orElseThrow();
  }

  @Test
  void treesOfManyDecksForetellAsWellAsThoseOfOne() {
    var sample = Sample.of(8_000, 1);
    var unseen = Sample.of(8_000, 2);

    double one = auc(fit(sample, 8_000, 1), unseen);

    assertThat(one).isGreaterThan(0.75);
    assertThat(auc(fit(sample, 1_000, 1), unseen)).isCloseTo(one, within(0.01));
    assertThat(auc(fit(sample, 1_000, 0.3), unseen)).isCloseTo(one, within(0.015));
  }

  @Test
  void aTreeUsesNoMoreThanItsShareOfTheColumnsThatDiffer() {
    var trees = fit(Sample.of(3_000, 4), 1_000, 0.2);

    int nodes = trees.nodes() / trees.size();
    for (int tree = 0; tree < trees.size(); tree++) {
      int first = tree * nodes;
      assertThat(
              IntStream.range(first, first + nodes)
                  .filter(node -> trees.threshold(node) < Float.POSITIVE_INFINITY)
                  .map(trees::feature)
                  .distinct()
                  .count())
          .isBetween(1L, 2L);
    }
  }

  @Test
  void allDecksTakePart() {
    var sample = Sample.of(8_000, 1);
    var misled = new Sample(sample.rows(), sample.labels().clone());
    IntStream.range(0, 8_000).filter(i -> i % 8 != 0).forEach(i -> misled.labels()[i] = i % 2);

    assertThat(auc(fit(misled, 1_000, 1), Sample.of(8_000, 2)))
        .isLessThan(auc(fit(sample, 1_000, 1), Sample.of(8_000, 2)) - 0.01);
  }

  @Test
  void equalSeedsGiveEqualTrees() {
    var sample = Sample.of(3_000, 4);

    var one = fit(sample, 1_000, 0.3);
    var other = CompletableFuture.supplyAsync(() -> fit(sample, 1_000, 0.3)).join();

    assertThat(other.nodes()).isEqualTo(one.nodes());
    for (int node = 0; node < one.nodes(); node++) {
      assertThat(other.leaf(node, 0)).isEqualTo(one.leaf(node, 0));
      assertThat(other.threshold(node)).isEqualTo(one.threshold(node));
      assertThat(other.feature(node)).isEqualTo(one.feature(node));
    }
  }
}
