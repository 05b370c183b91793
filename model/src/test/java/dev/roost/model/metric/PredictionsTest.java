package dev.roost.model.metric;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PredictionsTest {

  private static final double EXACT = 1e-12;

  /// Draws scores with ties, both outcomes present.
  private static final class Sample {

    private final double[] probabilities;
    private final boolean[] outcomes;
    private final double[] weights;

    private Sample(int size) {
      probabilities = new double[size];
      outcomes = new boolean[size];
      weights = new double[size];
    }

    static Sample of(Gen gen) {
      int size = gen.whole(2, 60);
      var sample = new Sample(size);
      for (int i = 0; i < size; i++) {
        sample.probabilities[i] = gen.whole(1, 20) / 20.0;
        sample.outcomes[i] = i == 0 || (i != 1 && gen.either());
        sample.weights[i] = gen.whole(0, 5);
      }
      sample.weights[0] = 1;
      sample.weights[1] = 2;
      return sample;
    }

    Predictions unweighted() {
      return Predictions.of(probabilities, outcomes);
    }

    Predictions weighted() {
      return Predictions.of(probabilities, outcomes, weights);
    }

    /// Returns the same predictions, each repeated as often as it weighs.
    Predictions repeated() {
      int[] index =
          IntStream.range(0, weights.length)
              .flatMap(i -> IntStream.range(0, (int) weights[i]).map(_ -> i))
              .toArray();
      boolean[] happened = new boolean[index.length];
      for (int i = 0; i < index.length; i++) {
        happened[i] = outcomes[index[i]];
      }
      return Predictions.of(
          Arrays.stream(index).mapToDouble(i -> probabilities[i]).toArray(), happened);
    }

    int[] truth() {
      return IntStream.range(0, outcomes.length).map(i -> outcomes[i] ? 1 : 0).toArray();
    }
  }

  @Test
  void areaIsTheShareOfPairsInOrder() {
    forAll(
        gen -> {
          var sample = Sample.of(gen);
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
  void agreesWithSmile() {
    forAll(
        gen -> {
          var sample = Sample.of(gen);
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
          var sample = Sample.of(gen);
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
          var sample = Sample.of(gen);
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
            new Calibration.Bin(0, 0.1, 2, 0.025, 0.5), new Calibration.Bin(0.9, 1, 1, 1, 1));
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
