package dev.roost.model.rank;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PlattScalingTest {

  private static double[] ones(int n) {
    var ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void findsTheLineThatMadeTheOutcomes() {
    var gen = Gen.ofSeed(3);
    var logOdds = new double[20_000];
    var positive = new boolean[logOdds.length];
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] = gen.between(-3, 3);
      positive[i] = gen.between(0, 1) < PlattScaling.sigmoid(0.6 * logOdds[i] - 1.2);
    }

    var fitted = PlattScaling.fit(logOdds, positive, ones(logOdds.length));

    assertThat(fitted.slope()).isCloseTo(0.6, within(0.05));
    assertThat(fitted.offset()).isCloseTo(-1.2, within(0.05));
  }

  @Test
  void expectsAsManyPositivesAsThereWere() {
    forAll(
        gen -> {
          int n = gen.whole(300, 1_000);
          var logOdds = new double[n];
          var positive = new boolean[n];
          var weight = new double[n];
          double observed = 0;
          double total = 0;
          for (int i = 0; i < n; i++) {
            logOdds[i] = gen.between(-4, 2);
            positive[i] = gen.whole(0, 4) == 0; // scores tell nothing, or mislead
            weight[i] = positive[i] ? 1 : gen.whole(1, 9);
            observed += positive[i] ? weight[i] : 0;
            total += weight[i];
          }
          var fitted = PlattScaling.fit(logOdds, positive, weight);

          double expected = 0;
          for (int i = 0; i < n; i++) {
            expected += weight[i] * fitted.probability(logOdds[i]);
          }
          assertThat(expected / total).isCloseTo(observed / total, within(0.01));
        });
  }

  @Test
  void staysFiniteWhereOneClassIsMissing() {
    var never = PlattScaling.fit(new double[] {-1, 0, 1}, new boolean[3], ones(3));

    assertThat(never.probability(0)).isBetween(0.01, 0.4);
    assertThat(PlattScaling.fit(new double[0], new boolean[0], new double[0]))
        .isEqualTo(PlattScaling.none());
  }

  @Test
  void neverTurnsAnOrderAround() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PlattScaling(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new PlattScaling(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new PlattScaling(1, Double.NaN));
  }
}
