package dev.roost.model.metric;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReaderPredictionsTest {

  private static final Chance CHANCE = Chance.of(3, "interval");

  /// Returns predictions of readers, each of whom has a mood that shifts all their scores.
  private static ReaderPredictions world(long seed, int readers, int each) {
    var chance = Chance.of(seed, "world");
    int size = readers * each;
    double[] scores = new double[size];
    boolean[] happened = new boolean[size];
    for (int i = 0; i < size; i++) {
      happened[i] = chance.happens(0.3, i, 0, 0);
      double mood = chance.normal(i / each, 0, 1);
      double score = chance.normal(i, 0, 2) + (happened[i] ? 1 : 0) + mood;
      scores[i] = 1 / (1 + StrictMath.exp(-score));
    }
    var ids = IntStream.range(0, size).mapToObj(i -> new UserId(i / each)).toList();
    return ReaderPredictions.of(ids, Predictions.of(scores, happened));
  }

  @Test
  void intervalOfAMetricOfSumsIsThatOfItsTotals() {
    forAll(
        gen -> {
          var sample = PredictionSample.of(gen);
          var predictions = sample.weighted();
          List<UserId> readers =
              IntStream.range(0, predictions.size())
                  .mapToObj(_ -> new UserId(gen.whole(0, 6)))
                  .toList();
          var totals = new ReaderTotals(List.of("loss", "weight"));
          for (int i = 0; i < predictions.size(); i++) {
            double weight = predictions.weight(i);
            double miss = predictions.probability(i) - (predictions.happened(i) ? 1 : 0);
            totals.add(readers.get(i), weight * miss * miss, weight);
          }
          var expected = totals.ratio("loss", "weight", 60, CHANCE).orElseThrow();
          var actual =
              ReaderPredictions.of(readers, predictions)
                  .interval(Brier::of, 60, CHANCE)
                  .orElseThrow();
          assertThat(actual.mean()).isCloseTo(expected.mean(), within(1e-12));
          assertThat(actual.low()).isCloseTo(expected.low(), within(1e-12));
          assertThat(actual.high()).isCloseTo(expected.high(), within(1e-12));
          assertThat(actual.units()).isEqualTo(expected.units());
        });
  }

  @Test
  void areaIntervalCoversTheTruthThoughReadersDiffer() {
    double truth = RocAuc.of(world(99, 20_000, 8).predictions()).orElseThrow();
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      var interval = world(seed, 60, 8).interval(RocAuc::of, 200, Chance.of(seed, "draw"));
      covered += interval.orElseThrow().holds(truth) ? 1 : 0;
    }
    assertThat(covered).isBetween(88, 99);
  }

  @Test
  void anyThreadFindsTheSameInterval() {
    var predictions = world(5, 40, 5);
    var found = ConcurrentHashMap.<MeanInterval>newKeySet();
    IntStream.range(0, 8)
        .parallel()
        .forEach(_ -> found.add(predictions.interval(PrAuc::of, 100, CHANCE).orElseThrow()));

    assertThat(found).hasSize(1);
  }

  @Test
  void slicesPartThePredictionsAndHaveTheirMetrics() {
    forAll(
        gen -> {
          var sample = PredictionSample.of(gen);
          var predictions = sample.weighted();
          String[] countries =
              IntStream.range(0, predictions.size())
                  .mapToObj(_ -> List.of("BR", "DE", "JP").get(gen.whole(0, 3)))
                  .toArray(String[]::new);
          List<UserId> readers =
              IntStream.range(0, countries.length).mapToObj(i -> new UserId(i % 7)).toList();
          var all = ReaderPredictions.of(readers, predictions);
          var summaries = Sliced.by(i -> countries[i], all).summaries();
          assertThat(summaries.values().stream().mapToInt(Summary::count).sum())
              .isEqualTo(predictions.size());
          summaries.forEach(
              (country, summary) -> {
                int[] members =
                    IntStream.range(0, countries.length)
                        .filter(i -> countries[i].equals(country))
                        .toArray();
                double[] weights = new double[countries.length];
                Arrays.stream(members).forEach(i -> weights[i] = sample.weights[i]);
                var rest = Predictions.of(sample.probabilities, sample.outcomes, weights);
                for (var metric : PredictionMetric.values()) {
                  var expected = metric.of(rest);
                  var actual = summary.values().get(metric);
                  assertThat(actual != null).isEqualTo(expected.isPresent());
                  if (actual != null) {
                    assertThat(actual).isCloseTo(expected.orElseThrow(), within(1e-12));
                  }
                }
                assertThat(summary.readers())
                    .isEqualTo(Arrays.stream(members).map(i -> i % 7).distinct().count());
              });
        });
  }

  @Test
  void slicesHaveIntervalsOfTheirOwnReaders() {
    var all = world(4, 30, 6);
    var intervals =
        Sliced.by(i -> i / 6 % 2 == 0, all).intervals(PredictionMetric.ROC_AUC, 80, CHANCE);

    assertThat(intervals.keySet()).containsExactly(false, true);
    assertThat(intervals.values())
        .allSatisfy(i -> assertThat(i.orElseThrow().units()).isEqualTo(15));
  }

  @Test
  void nothingToSayIsEmpty() {
    var none = ReaderPredictions.of(List.of(), Predictions.of(new double[0], new boolean[0]));
    var oneKind =
        ReaderPredictions.of(
            List.of(new UserId(1)), Predictions.of(new double[] {0.5}, new boolean[1]));

    assertThat(none.interval(Brier::of, 40, CHANCE)).isEmpty();
    assertThat(oneKind.interval(RocAuc::of, 40, CHANCE)).isEmpty();
    assertThat(Sliced.by(i -> i, none).summaries()).isEmpty();
    assertThat(Summary.of(oneKind).values())
        .doesNotContainKeys(PredictionMetric.ROC_AUC, PredictionMetric.PR_AUC)
        .containsEntry(PredictionMetric.BRIER, 0.25);
  }

  @Test
  void refusesOtherNumbersOfReaders() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ReaderPredictions.of(
                    List.of(), Predictions.of(new double[] {0.5}, new boolean[] {true})));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> world(1, 3, 2).interval(Brier::of, 39, CHANCE));
  }
}
