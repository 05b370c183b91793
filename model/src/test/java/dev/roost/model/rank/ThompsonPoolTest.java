package dev.roost.model.rank;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import dev.roost.model.chance.Chance;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ThompsonPoolTest {

  private static final int DRAWS = 20_000;

  private static RatePosterior[] posteriors(Gen gen, int most) {
    var alike = RatePosterior.of(1, 19);
    var posteriors = new RatePosterior[gen.whole(1, most)];
    for (int i = 0; i < posteriors.length; i++) {
      posteriors[i] =
          gen.either()
              ? alike
              : RatePosterior.of(gen.between(0.5, 30), gen.between(0.5, gen.either() ? 20 : 900));
    }
    return posteriors;
  }

  @Test
  void theProbabilitiesOfAllThatMayWinSumToOne() {
    forAll(
        gen -> {
          var posteriors = posteriors(gen, 200);
          var pool = new ThompsonPool(posteriors);

          double sum = IntStream.range(0, posteriors.length).mapToDouble(pool::probability).sum();

          assertThat(sum).isCloseTo(1, within(1e-4));
        });
  }

  @Test
  void eachWinsAsOftenAsItsProbabilityTells() {
    for (int seed = 1; seed <= 5; seed++) {
      var posteriors = posteriors(Gen.ofSeed(seed), 12);
      var pool = new ThompsonPool(posteriors);
      var chance = Chance.of(seed, "test");
      long[] ids = IntStream.range(0, posteriors.length).mapToLong(i -> 100 + i).toArray();
      var wins = new int[posteriors.length];
      for (int draw = 0; draw < DRAWS; draw++) {
        wins[pool.draw(ids, chance, 7, draw)]++;
      }
      for (int i = 0; i < wins.length; i++) {
        double probability = pool.probability(i);
        double error = Math.sqrt(probability * (1 - probability) / DRAWS);
        assertThat((double) wins[i] / DRAWS)
            .isCloseTo(probability, within(4.5 * error + 1.0 / DRAWS));
      }
    }
  }

  @Test
  void aPosteriorHasTheMomentsOfItsBetaDistribution() {
    forAll(
        gen -> {
          double engaged = gen.between(1, 40);
          double passed = gen.between(1, 400);
          var posterior = RatePosterior.of(engaged, passed);
          double mean = 0;
          double square = 0;
          for (int cell = 0; cell < RatePosterior.CELLS; cell++) {
            double root = (cell + 0.5) / RatePosterior.CELLS;
            mean += posterior.in(cell) * root * root;
            square += posterior.in(cell) * root * root * root * root;
          }
          double of = engaged + passed;
          assertThat(mean).isCloseTo(engaged / of, within(1e-3));
          assertThat(square - mean * mean)
              .isCloseTo(engaged * passed / (of * of * (of + 1)), within(1e-3));
        });
  }

  @Test
  void whatIsHardlyKnownMayWinThoughItsRateLooksLess() {
    var known = RatePosterior.of(60, 940);

    double hardlyKnown = new ThompsonPool(RatePosterior.of(1, 19), known).probability(0);
    double known20 = new ThompsonPool(RatePosterior.of(50, 950), known).probability(0);

    assertThat(hardlyKnown).isBetween(0.2, 0.5).isGreaterThan(known20);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    for (double wrong : new double[] {0, -1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RatePosterior.of(wrong, 1))
          .withMessageContaining("no Beta distribution");
      assertThatIllegalArgumentException().isThrownBy(() -> RatePosterior.of(1, wrong));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExploreSettings.Policy.named("guess"))
        .withMessage("explore.policy must be one of epsilon-greedy, thompson: guess");
  }
}
