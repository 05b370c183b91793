package dev.roost.model.metric;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RankMetricsTest {

  private static final double EXACT = 1e-12;

  @Test
  void bestOrderHasGainOne() {
    forAll(
        gen -> {
          double[] gains = gen.vector(30, 0, 3);
          Arrays.sort(gains);
          double[] best = new double[gains.length];
          for (int i = 0; i < gains.length; i++) {
            best[i] = gains[gains.length - 1 - i];
          }
          Ndcg.at(best, gen.whole(1, 40))
              .ifPresent(value -> assertThat(value).isCloseTo(1, within(EXACT)));
        });
  }

  @Test
  void gainIsDiscountedByTheLogarithmOfTheRank() {
    // worked by hand: (3/1 + 2/1.58496 + 0) / (3/1 + 2/1.58496 + 1/2)
    double log3 = Math.log(3) / Math.log(2);

    assertThat(Ndcg.at(new double[] {3, 2, 0, 1}, 3).orElseThrow())
        .isCloseTo((3 + 2 / log3) / (3 + 2 / log3 + 0.5), within(EXACT));
  }

  @Test
  void oneGainDependsOnItsRankAlone() {
    forAll(
        gen -> {
          int rank = gen.whole(1, 30);
          int k = gen.whole(1, 30);
          double[] gains = new double[30];
          gains[rank - 1] = 1;
          assertThat(Ndcg.ofRank(rank, k))
              .isCloseTo(Ndcg.at(gains, k).orElseThrow(), within(EXACT));
          assertThat(HitRate.hits(rank, k)).isEqualTo(Ndcg.ofRank(rank, k) > 0);
        });
  }

  @Test
  void hitRateIsTheShareOfRanksWithinK() {
    assertThat(HitRate.at(new int[] {1, 10, 11, 400}, 10)).hasValue(0.5);
    assertThat(HitRate.at(new int[0], 10)).isEmpty();
  }

  @Test
  void listWithoutGainHasNoValue() {
    assertThat(Ndcg.at(new double[] {0, 0}, 10)).isEmpty();
    assertThat(Ndcg.at(new double[0], 10)).isEmpty();
  }

  @Test
  void refusesGainsAndRanksOutsideTheirRange() {
    for (double bad : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Ndcg.at(new double[] {1, bad}, 5));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Ndcg.at(new double[] {1}, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> HitRate.hits(0, 5));
  }

  @Test
  void errorsAgreeWithSmile() {
    forAll(
        gen -> {
          double[] predicted = new double[gen.whole(1, 40)];
          double[] actual = new double[predicted.length];
          for (int i = 0; i < actual.length; i++) {
            predicted[i] = gen.between(-5, 5);
            actual[i] = gen.between(-5, 5);
          }
          assertThat(Rmse.of(predicted, actual).orElseThrow())
              .isCloseTo(smile.validation.metric.RMSE.of(actual, predicted), within(EXACT));
          assertThat(Mae.of(predicted, actual).orElseThrow())
              .isCloseTo(smile.validation.metric.MAD.of(actual, predicted), within(EXACT));
        });
    assertThat(Rmse.of(new double[0], new double[0])).isEmpty();
    assertThat(Mae.of(new double[0], new double[0])).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mae.of(new double[] {1}, new double[] {Double.NaN}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rmse.of(new double[] {Double.NaN}, new double[] {1}));
  }
}
