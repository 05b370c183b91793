package dev.roost.model.chance;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

final class ChanceTest {

  private static final Chance CHANCE = Chance.of(7, "test");
  private static final int DRAWS = 100_000;

  private static double mean(LongToDoubleFunction draw) {
    double sum = 0;
    for (long i = 0; i < DRAWS; i++) {
      sum += draw.applyAsDouble(i);
    }
    return sum / DRAWS;
  }

  @Test
  void equalArgumentsGiveEqualDraws() {
    forAll(
        gen -> {
          long seed = gen.bits();
          long a = gen.bits();
          long b = gen.bits();
          assertThat(Chance.of(seed, "x").bits(a, b, 3))
              .isEqualTo(Chance.of(seed, "x").bits(a, b, 3));
        });
  }

  @Test
  void everyArgumentMatters() {
    Set<Long> draws = new HashSet<>();
    for (long seed = 0; seed < 3; seed++) {
      for (var purpose : new String[] {"", "a", "b", "ab", "ba"}) {
        for (long i = 0; i < 216; i++) {
          draws.add(Chance.of(seed, purpose).bits(i / 36, i / 6 % 6, i % 6));
        }
      }
    }
    assertThat(draws).hasSize(3 * 5 * 216);
  }

  @Test
  void uniformsAreEvenAndNeighboursUnrelated() {
    assertThat(mean(i -> CHANCE.uniform(i, 0, 0))).isCloseTo(0.5, within(0.005));
    assertThat(mean(i -> CHANCE.uniform(0, i, 0) * CHANCE.uniform(0, i + 1, 0)))
        .isCloseTo(0.25, within(0.005));
    assertThat(mean(i -> CHANCE.uniform(0, 0, i) * CHANCE.uniform(0, 1, i)))
        .isCloseTo(0.25, within(0.005));
    forAll(gen -> assertThat(CHANCE.uniform(gen.bits(), 0, 0)).isBetween(0.0, Math.nextDown(1.0)));
  }

  @Test
  void wholeNumbersFillTheirRangeEvenly() {
    var counts = new int[7];
    for (long i = 0; i < DRAWS; i++) {
      counts[CHANCE.below(7, i, 0, 0)]++;
    }
    for (int count : counts) {
      assertThat(count).isCloseTo(DRAWS / 7, within(600));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> CHANCE.below(0, 1, 1, 1));
  }

  @Test
  void eventsHappenAsOftenAsTheirProbability() {
    assertThat(mean(i -> CHANCE.happens(0.3, i, 0, 0) ? 1 : 0)).isCloseTo(0.3, within(0.006));
    assertThat(mean(i -> CHANCE.happens(0, i, 0, 0) ? 1 : 0)).isZero();
    assertThat(mean(i -> CHANCE.happens(1, i, 0, 0) ? 1 : 0)).isEqualTo(1);
  }

  @Test
  void normalsAndExponentialsHaveTheirMoments() {
    assertThat(mean(i -> CHANCE.normal(i, 0, 0))).isCloseTo(0, within(0.012));
    assertThat(mean(i -> CHANCE.normal(i, 0, 0) * CHANCE.normal(i, 0, 0)))
        .isCloseTo(1, within(0.02));
    assertThat(mean(i -> CHANCE.exponential(i, 0, 0))).isCloseTo(1, within(0.015));
    assertThat(mean(i -> CHANCE.exponential(i, 0, 0) > 2 ? 1 : 0))
        .isCloseTo(Math.exp(-2), within(0.005));
  }
}
