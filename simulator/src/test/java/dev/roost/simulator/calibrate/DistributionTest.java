package dev.roost.simulator.calibrate;

import static dev.roost.simulator.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.Gen;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DistributionTest {

  private static double[] sample(Gen gen) {
    var values = new double[gen.whole(1, 40)];
    for (int i = 0; i < values.length; i++) {
      values[i] = gen.whole(0, 9);
    }
    return values;
  }

  @Test
  void giniIsHalfTheMeanDifferenceOverTheMean() {
    forAll(
        gen -> {
          double[] values = sample(gen);
          double difference = 0;
          for (double one : values) {
            for (double other : values) {
              difference += Math.abs(one - other);
            }
          }
          double mean = Arrays.stream(values).average().orElseThrow();
          double expected = mean == 0 ? 0 : difference / values.length / values.length / (2 * mean);
          assertThat(Distribution.of(values).gini()).isCloseTo(expected, within(1e-12));
        });
  }

  @Test
  void distanceIsTheLargestGapBetweenSharesUpToAnyPoint() {
    forAll(
        gen -> {
          double[] one = sample(gen);
          double[] other = sample(gen);
          double most = 0;
          for (int at = 0; at < 10; at++) {
            most = Math.max(most, Math.abs(shareUpTo(one, at) - shareUpTo(other, at)));
          }
          var first = Distribution.of(one);
          var second = Distribution.of(other);
          assertThat(first.distance(second)).isCloseTo(most, within(1e-12));
          assertThat(second.distance(first)).isCloseTo(most, within(1e-12));
          assertThat(first.distance(first)).isZero();
        });
  }

  private static double shareUpTo(double[] values, double at) {
    return Arrays.stream(values).filter(value -> value <= at).count() / (double) values.length;
  }

  @Test
  void quantilesAndTopSharesAreThoseOfTheSortedSample() {
    double[] values = {10, 1, 3, 2, 4};
    var found = Distribution.of(values);

    assertThat(found.quantile(0.5)).isEqualTo(3);
    assertThat(found.quantile(0)).isEqualTo(1);
    assertThat(found.quantile(1)).isEqualTo(10);
    assertThat(found.topShare(0.2)).isEqualTo(0.5);
    assertThat(found.topShare(0.4)).isEqualTo(0.7);
    assertThat(found.relative().mean()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theExponentOfAParetoLawIsFound() {
    var chance = Chance.of(1, "pareto");
    for (double exponent : new double[] {1.8, 2.5, 3.5}) {
      double[] values =
          IntStream.range(0, 200_000)
              .mapToDouble(i -> Math.pow(1 - chance.uniform(i, 0, 0), -1 / (exponent - 1)))
              .toArray();
      assertThat(Distribution.of(values).tailExponent())
          .isCloseTo(exponent, within(0.03 * exponent));
    }
  }

  @Test
  void refusesWhatIsNoSample() {
    for (double[] bad : new double[][] {{}, {Double.NaN}, {-1}, {1, Double.POSITIVE_INFINITY}}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(bad));
    }
  }
}
