package dev.roost.model.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.chance.Chance;
import org.junit.jupiter.api.Test;

final class OwnVariationTest {

  @Test
  void normalDaysExceedTheBoundNoMoreOftenThanTheRate() {
    double bound = OwnVariation.deviateOf(0.01);
    int tested = 0;
    int exceeded = 0;
    for (int seed = 0; seed < 500; seed++) {
      var variation = new OwnVariation(0.7); // a wrong guess: the days' deviation is 1
      for (int day = 0; day < 20; day++) {
        double value = Chance.of(seed, "days").normal(day, 0, 0);
        if (day >= 4) {
          tested++;
          exceeded += variation.score(value) > bound ? 1 : 0;
        }
        variation.add(value);
      }
    }
    assertThat((double) exceeded / tested).isLessThan(0.01);
    assertThat(exceeded).isPositive();
  }

  @Test
  void scoreGrowsWithDistanceAndKeepsItsSign() {
    var variation = new OwnVariation(1);
    variation.add(2);
    variation.add(3);

    assertThat(variation.score(5)).isPositive().isLessThan(variation.score(9));
    assertThat(variation.score(-5)).isNegative();
    assertThat(variation.score(variation.mean())).isZero();
  }

  @Test
  void fewDaysSayNothing() {
    var variation = new OwnVariation(1);
    variation.add(2);

    assertThat(variation.score(1_000)).isZero();
  }

  @Test
  void refusesNaN() {
    assertThatIllegalArgumentException().isThrownBy(() -> new OwnVariation(1).add(Double.NaN));
  }
}
