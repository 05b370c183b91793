package dev.roost.model.drift;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.chance.Chance;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

final class MixtureShiryaevRobertsTest {

  private static final List<Double> GRID = List.of(0.6, 0.75, 0.87, 1.15, 1.33, 1.6);
  private static final int RUNS = 400;

  @Test
  void falseAlarmsOfCountsAreAsRareAsDeclared() {
    assertThat(meanRunLength(1, seed -> window -> new Tally.Count(poisson(8, seed, window), 8)))
        .isGreaterThan(60);
  }

  @Test
  void falseAlarmsOfPartsAreAsRareAsDeclared() {
    assertThat(
            meanRunLength(
                1,
                seed ->
                    window -> {
                      int part = poisson(3, seed, window);
                      return new Tally.Part(part, part + poisson(9, seed + RUNS, window), 0.25);
                    }))
        .isGreaterThan(60);
  }

  @Test
  void falseAlarmsOfOverdispersedCountsAreAsRareAsDeclared() {
    assertThat(
            meanRunLength(3, seed -> window -> new Tally.Count(3 * poisson(4, seed, window), 12)))
        .isGreaterThan(60);
  }

  @Test
  void falseAlarmsAreAsRareAsDeclaredAtBothEndsOfARange() {
    for (double truth : new double[] {6, 8, 10}) {
      assertThat(
              meanRunLength(
                  1, seed -> window -> new Tally.Count(poisson(truth, seed, window), 6), 10.0 / 6))
          .isGreaterThan(60);
    }
    assertThat( // but not when the expectation is taken for certain
            meanRunLength(1, seed -> window -> new Tally.Count(poisson(10, seed, window), 6)))
        .isLessThan(60);
  }

  @Test
  void ignoredOverdispersionBreaksTheDeclaration() {
    assertThat(
            meanRunLength(1, seed -> window -> new Tally.Count(3 * poisson(4, seed, window), 12)))
        .isLessThan(60);
  }

  /// Returns the mean number of windows to an alarm that is declared not to come before 60.
  private static double meanRunLength(double overdispersion, IntFunction<IntFunction<Tally>> law) {
    return meanRunLength(overdispersion, law, 1);
  }

  /// Returns the same where the expectation may be up to `range` times the one that is told.
  private static double meanRunLength(
      double overdispersion, IntFunction<IntFunction<Tally>> law, double range) {
    long windows = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      var detector = new MixtureShiryaevRoberts(GRID, 60, 10);
      var tallies = law.apply(seed);
      int window = 0;
      boolean quiet = true;
      while (quiet && window < 2_000) {
        var tally = tallies.apply(window++);
        quiet = !detector.step(tally, tally.expecting(range), overdispersion);
      }
      windows += window;
    }
    return (double) windows / RUNS;
  }

  @Test
  void statisticGrowsByOneAWindowOnAverage() {
    double sum = 0;
    int runs = 4_000;
    for (int seed = 0; seed < runs; seed++) {
      var detector = new MixtureShiryaevRoberts(List.of(0.8, 1.2), 1e100, 10);
      for (int window = 0; window < 5; window++) {
        detector.step(poisson(4, seed, window), 4, 1);
      }
      sum += detector.statistic();
    }
    assertThat(sum / runs).isCloseTo(5, within(0.35));
  }

  @Test
  void findsAFallByAThirdAndDatesIt() {
    int found = 0;
    int dated = 0;
    for (int seed = 0; seed < 100; seed++) {
      var detector = new MixtureShiryaevRoberts(GRID, 1e6, 400);
      for (int window = 0; window < 200; window++) {
        detector.step(poisson(20, seed, window), 20, 1);
      }
      for (int window = 200; window < 230; window++) {
        if (detector.step(poisson(13, seed, window), 20, 1)) {
          found++;
          var onset = detector.onset(3);
          int truth = window - 200;
          dated += onset.latestAgo() <= truth && truth <= onset.earliestAgo() ? 1 : 0;
          break;
        }
      }
    }
    assertThat(found).isGreaterThan(95);
    assertThat(dated).isGreaterThan(85);
  }

  @Test
  void onsetIsFoundAsByTryingEveryWindow() {
    forAll(
        gen -> {
          var detector = new MixtureShiryaevRoberts(List.of(0.5), 1e9, 30);
          int windows = gen.whole(1, 60);
          double[] counts = new double[windows];
          for (int i = 0; i < windows; i++) {
            counts[i] = gen.whole(0, 8);
            detector.step(counts[i], 4, 1);
          }
          double best = Double.NEGATIVE_INFINITY;
          int likeliest = 0;
          for (int ago = 0; ago < Math.min(30, windows); ago++) {
            double sum = 0;
            for (int i = windows - 1 - ago; i < windows; i++) {
              sum += counts[i] * Math.log(0.5) - 4 * (0.5 - 1);
            }
            likeliest = sum > best + 1e-9 ? ago : likeliest;
            best = Math.max(best, sum);
          }
          assertThat(detector.onset(0).likeliestAgo()).isEqualTo(likeliest);
        });
  }

  @Test
  void aPartIsBlindToWhatMovesTheWhole() {
    var calm = new Tally.Part(25, 100, 0.25);
    var storm = new Tally.Part(50, 200, 0.25);

    assertThat(storm.logLikelihoodRatio(0.7)).isEqualTo(2 * calm.logLikelihoodRatio(0.7));
    assertThat(calm.logLikelihoodRatio(0.7)).isNegative();
    assertThat(storm.surplus()).isZero();
    assertThat(new Tally.Part(25, 100, 0.5).expecting(1 / 3.0).surplus())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void forgetsAtReset() {
    var detector = new MixtureShiryaevRoberts(GRID, 100, 10);
    detector.step(0, 50, 1);
    detector.reset();

    assertThat(detector.statistic()).isZero();
    assertThat(detector.evidence()).isZero();
  }

  @Test
  void refusesWhatIsNoCount() {
    var detector = new MixtureShiryaevRoberts(GRID, 100, 10);
    for (double bad : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> detector.step(bad, 1, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> detector.step(1, bad, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> detector.step(1, 1, bad));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MixtureShiryaevRoberts(List.of(1.0), 100, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MixtureShiryaevRoberts(GRID, Double.NaN, 10));
  }

  private static int poisson(double mean, long seed, long window) {
    return SyntheticStream.poisson(Chance.of(seed, "poisson"), mean, window, 0);
  }
}
