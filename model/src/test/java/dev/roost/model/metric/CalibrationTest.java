package dev.roost.model.metric;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.chance.Chance;
import org.junit.jupiter.api.Test;

final class CalibrationTest {

  private static final double EXACT = 1e-12;

  @Test
  void quantileBinsHoldEverythingOnceInOrder() {
    forAll(
        gen -> {
          var predictions = PredictionSample.of(gen).weighted();
          int wanted = gen.whole(1, 12);
          var bins = Calibration.quantileBins(predictions, wanted);
          assertThat(bins).hasSizeBetween(1, wanted);
          assertThat(bins.stream().mapToDouble(Calibration.Bin::weight).sum())
              .isCloseTo(predictions.totalWeight(), within(EXACT));
          assertThat(bins.stream().mapToDouble(b -> b.weight() * b.observed()).sum())
              .isCloseTo(predictions.observed(), within(1e-9));
          assertThat(bins.stream().mapToDouble(b -> b.weight() * b.predicted()).sum())
              .isCloseTo(predictions.expected(), within(1e-9));
          for (int i = 1; i < bins.size(); i++) {
            assertThat(bins.get(i).low()).isGreaterThan(bins.get(i - 1).high());
          }
        });
  }

  @Test
  void quantileBinsOfRareEventsAreEquallyHeavy() {
    double[] probabilities = new double[1_000];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = Chance.of(1, "rare").uniform(i, 0, 0) * 0.05;
    }
    var predictions = Predictions.of(probabilities, new boolean[probabilities.length]);

    assertThat(Calibration.bins(predictions, 10)).hasSize(1);
    assertThat(Calibration.quantileBins(predictions, 10))
        .hasSize(10)
        .allSatisfy(bin -> assertThat(bin.count()).isEqualTo(100));
  }

  @Test
  void intervalsHoldCalibratedPredictionsAboutAsOftenAsDeclared() {
    int held = 0;
    int bins = 0;
    for (int world = 0; world < 100; world++) {
      var chance = Chance.of(world, "calibrated");
      double[] probabilities = new double[600];
      boolean[] outcomes = new boolean[probabilities.length];
      for (int i = 0; i < outcomes.length; i++) {
        probabilities[i] = 0.05 + 0.5 * chance.uniform(i, 0, 0);
        outcomes[i] = chance.happens(probabilities[i], i, 1, 0);
      }
      for (var bin : Calibration.quantileBins(Predictions.of(probabilities, outcomes), 6)) {
        bins++;
        boolean low = bin.interval().low() <= bin.predicted();
        held += low && bin.predicted() <= bin.interval().high() ? 1 : 0;
      }
    }
    assertThat((double) held / bins).isBetween(0.92, 0.98);
  }

  @Test
  void intervalOfAShareSolvesTheScoreTest() {
    forAll(
        gen -> {
          double cases = gen.whole(1, 1_000);
          double share = gen.whole(0, (int) cases + 1) / cases;
          var interval = ShareInterval.of(share, cases);
          assertThat(interval.low()).isBetween(0.0, share);
          assertThat(interval.high()).isBetween(share, 1.0);
          for (double end : new double[] {interval.low(), interval.high()}) {
            double distance = Math.abs(share - end);
            assertThat(distance)
                .isCloseTo(1.959963984540054 * Math.sqrt(end * (1 - end) / cases), within(1e-7));
          }
        });
  }

  @Test
  void binWithoutEventsStillDoubts() {
    var interval = ShareInterval.of(0, 30);

    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(0.1135, within(1e-4)); // z²/(n + z²)
  }

  @Test
  void nothingToSayIsEmpty() {
    var weightless = Predictions.of(new double[] {0.5}, new boolean[1], new double[1]);

    assertThat(Calibration.bins(weightless, 3)).isEmpty();
    assertThat(Calibration.quantileBins(weightless, 3)).isEmpty();
    assertThat(Calibration.quantileBins(Predictions.of(new double[0], new boolean[0]), 3))
        .isEmpty();
  }

  @Test
  void refusesWhatIsOutOfRange() {
    var one = Predictions.of(new double[] {0.5}, new boolean[1]);
    assertThatIllegalArgumentException().isThrownBy(() -> Calibration.quantileBins(one, 0));
    for (double bad : new double[] {Double.NaN, -0.1, 1.1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> ShareInterval.of(bad, 10));
    }
    for (double bad : new double[] {Double.NaN, 0, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> ShareInterval.of(0.5, bad));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new ShareInterval(0.6, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new ShareInterval(Double.NaN, 0.5));
  }
}
