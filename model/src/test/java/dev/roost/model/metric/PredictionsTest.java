package dev.roost.model.metric;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PredictionsTest {

  private static final double EXACT = 1e-12;

  @Test
  void areaIsTheShareOfPairsInOrder() {
    forAll(
        gen -> {
          var sample = PredictionSample.of(gen);
          double ordered = 0;
          double pairs = 0;
          for (int i = 0; i < sample.outcomes.length; i++) {
            for (int j = 0; j < sample.outcomes.length; j++) {
              if (sample.outcomes[i] && !sample.outcomes[j]) {
                double weight = sample.weights[i] * sample.weights[j];
                pairs += weight;
                double gap = sample.probabilities[i] - sample.probabilities[j];
                ordered += weight * (gap > 0 ? 1 : gap == 0 ? 0.5 : 0);
              }
            }
          }
          assertThat(RocAuc.of(sample.weighted()).orElseThrow())
              .isCloseTo(ordered / pairs, within(EXACT));
        });
  }

  @Test
  void averagePrecisionIsTheMeanPrecisionAtEachThresholdByTheRecallItAdds() {
    forAll(
        gen -> {
          var predictions = PredictionSample.of(gen).weighted();
          double area = 0;
          double recall = 0;
          for (int step = 20; step >= 1; step--) {
            var decided = Confusion.of(predictions, step / 20.0);
            double reached = decided.recall().orElseThrow();
            area += (reached - recall) * decided.precision().orElse(0);
            recall = reached;
          }
          assertThat(PrAuc.of(predictions).orElseThrow()).isCloseTo(area, within(EXACT));
        });
  }

  @Test
  void constantScoreHasTheBaseRateForAveragePrecision() {
    forAll(
        gen -> {
          var sample = PredictionSample.of(gen);
          Arrays.fill(sample.probabilities, 0.4);
          var predictions = sample.weighted();
          assertThat(PrAuc.of(predictions).orElseThrow())
              .isCloseTo(predictions.observed() / predictions.totalWeight(), within(EXACT));
        });
  }

  @Test
  void agreesWithSmile() {
    forAll(
        gen -> {
          var sample = PredictionSample.of(gen);
          double[] below = Arrays.stream(sample.probabilities).map(p -> p * 0.99).toArray();
          var predictions = Predictions.of(below, sample.outcomes);
          assertThat(LogLoss.of(predictions).orElseThrow())
              .isCloseTo(smile.validation.metric.LogLoss.of(sample.truth(), below), within(EXACT));
          assertThat(RocAuc.of(predictions).orElseThrow())
              .isCloseTo(smile.validation.metric.AUC.of(sample.truth(), below), within(EXACT));
        });
  }

  @Test
  void decisionsAgreeWithSmile() {
    forAll(
        gen -> {
          var sample = PredictionSample.of(gen);
          var confusion = Confusion.of(sample.unweighted(), 0.5);
          int[] decided =
              Arrays.stream(sample.probabilities).mapToInt(p -> p >= 0.5 ? 1 : 0).toArray();
          if (confusion.truePositive() > 0) {
            assertThat(confusion.precision().orElseThrow())
                .isCloseTo(
                    smile.validation.metric.Precision.of(sample.truth(), decided), within(EXACT));
            assertThat(confusion.recall().orElseThrow())
                .isCloseTo(
                    smile.validation.metric.Recall.of(sample.truth(), decided), within(EXACT));
            assertThat(confusion.f1().orElseThrow())
                .isCloseTo(
                    smile.validation.metric.FScore.F1.score(sample.truth(), decided),
                    within(EXACT));
          }
        });
  }

  @Test
  void weightIsRepetition() {
    forAll(
        gen -> {
          var sample = PredictionSample.of(gen);
          var weighted = sample.weighted();
          var repeated = sample.repeated();
          assertThat(LogLoss.of(weighted).orElseThrow())
              .isCloseTo(LogLoss.of(repeated).orElseThrow(), within(EXACT));
          assertThat(NormalisedEntropy.of(weighted).orElseThrow())
              .isCloseTo(NormalisedEntropy.of(repeated).orElseThrow(), within(EXACT));
          assertThat(Brier.of(weighted).orElseThrow())
              .isCloseTo(Brier.of(repeated).orElseThrow(), within(EXACT));
          assertThat(Calibration.ratio(weighted).orElseThrow())
              .isCloseTo(Calibration.ratio(repeated).orElseThrow(), within(EXACT));
          assertThat(Calibration.error(weighted, 7).orElseThrow())
              .isCloseTo(Calibration.error(repeated, 7).orElseThrow(), within(EXACT));
          assertThat(RocAuc.of(weighted).orElseThrow())
              .isCloseTo(RocAuc.of(repeated).orElseThrow(), within(EXACT));
          assertThat(PrAuc.of(weighted).orElseThrow())
              .isCloseTo(PrAuc.of(repeated).orElseThrow(), within(EXACT));
          assertThat(Confusion.of(weighted, 0.3)).isEqualTo(Confusion.of(repeated, 0.3));
        });
  }

  @Test
  void baseRateHasNormalisedEntropyOne() {
    var predictions =
        Predictions.of(
            new double[] {0.25, 0.25, 0.25, 0.25}, new boolean[] {true, false, false, false});

    assertThat(NormalisedEntropy.of(predictions).orElseThrow()).isCloseTo(1, within(EXACT));
    assertThat(Calibration.ratio(predictions).orElseThrow()).isCloseTo(1, within(EXACT));
    assertThat(Calibration.error(predictions, 10).orElseThrow()).isCloseTo(0, within(EXACT));
    assertThat(Brier.of(predictions).orElseThrow()).isCloseTo(0.1875, within(EXACT));
  }

  @Test
  void binsCoverProbabilityOne() {
    var predictions = Predictions.of(new double[] {0, 0.05, 1}, new boolean[] {false, true, true});

    assertThat(Calibration.bins(predictions, 10))
        .containsExactly(
            new Calibration.Bin(0, 0.1, 2, 2, 0.025, 0.5, ShareInterval.of(0.5, 2)),
            new Calibration.Bin(0.9, 1, 1, 1, 1, 1, ShareInterval.of(1, 1)));
  }

  @Test
  void sureErrorsStayFinite() {
    var predictions = Predictions.of(new double[] {0, 1}, new boolean[] {true, false});

    assertThat(LogLoss.of(predictions).orElseThrow()).isBetween(34.0, 35.0);
  }

  @Test
  void nothingToSayIsEmpty() {
    var none = Predictions.of(new double[0], new boolean[0]);
    var oneKind = Predictions.of(new double[] {0.3, 0.4}, new boolean[] {true, true});

    assertThat(RocAuc.of(none)).isEmpty();
    assertThat(RocAuc.of(oneKind)).isEmpty();
    assertThat(PrAuc.of(none)).isEmpty();
    assertThat(PrAuc.of(Predictions.of(new double[] {0.3}, new boolean[1]))).isEmpty();
    assertThat(LogLoss.of(none)).isEmpty();
    assertThat(NormalisedEntropy.of(none)).isEmpty();
    assertThat(NormalisedEntropy.of(oneKind)).isEmpty();
    assertThat(Calibration.ratio(none)).isEmpty();
    assertThat(Calibration.error(none, 3)).isEmpty();
    assertThat(Brier.of(none)).isEmpty();
    assertThat(Confusion.of(none, 0.5).f1()).isEmpty();
  }

  @Test
  void refusesWhatIsNoProbability() {
    for (double bad : new double[] {Double.NaN, -1e-9, 1 + 1e-9}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Predictions.of(new double[] {bad}, new boolean[] {true}));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Predictions.of(
                    new double[] {0.5}, new boolean[] {true}, new double[] {Double.NaN}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RocAuc.of(new double[] {Double.NaN}, new boolean[] {true}));
  }
}
