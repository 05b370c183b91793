package dev.roost.model.registry;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.Gen;
import dev.roost.model.registry.Evidence.Measure;
import dev.roost.model.registry.PromotionRules.Judgement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PromotionRulesTest {

  private static final Duration LONG = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofDays(2);
  private static final double TOLERANCE = 0.05;

  private static RegistrySettings settings(double tolerance) {
    var hours = Duration.ofHours(3);
    return new RegistrySettings(
        hours, 100, tolerance, hours, 0.2, 100, tolerance, LONG, tolerance, PATIENCE, hours, 5);
  }

  private static final PromotionRules RULES = new PromotionRules(settings(TOLERANCE));

  private static Evidence evidence(Measure measure, long impressions, double... worse) {
    return new Evidence(
        measure, impressions, 50, 1_000, 60, 0.3 + worse[0], 0.3, worse[0], worse[1], worse[2]);
  }

  /// Returns evidence of anything, on enough impressions.
  private static Evidence any(Gen gen, Measure measure) {
    double low = gen.between(-0.05, 0.05);
    double high = low + gen.between(0, 0.05);
    double mean = low + (high - low) * gen.between(0, 1);
    return evidence(measure, gen.whole(100, 10_000), mean, low, high);
  }

  @Test
  void neverPromotesOnWhatIsNotFinite() {
    forAll(
        gen -> {
          double bad = gen.either() ? Double.NaN : Double.NEGATIVE_INFINITY;
          int place = gen.whole(0, 5);
          double[] v = new double[5];
          v[place] = bad;
          for (var measure : Measure.values()) {
            var evidence = new Evidence(measure, 900, 9, 900, 9, v[0], v[1], v[2], v[3], v[4]);

            assertThat(RULES.shadow(LONG, evidence)).isEqualTo(Judgement.FAIL);
            assertThat(RULES.canary(LONG, evidence)).isEqualTo(Judgement.FAIL);
            assertThat(RULES.champion(evidence)).isEqualTo(Judgement.FAIL);
          }
        });
  }

  @Test
  void neverPromotesOnTooFewImpressionsOrTooEarly() {
    forAll(
        gen -> {
          var few = evidence(Measure.LOG_LOSS, gen.whole(0, 100), -1, -1, -1);
          var fewOfCanary = evidence(Measure.VALUE, gen.whole(0, 100), -1, -1, -1);
          var early = gen.upTo(Duration.ofHours(3));

          assertThat(RULES.shadow(LONG, few)).isEqualTo(Judgement.WAIT);
          assertThat(RULES.canary(LONG, fewOfCanary)).isEqualTo(Judgement.WAIT);
          assertThat(RULES.champion(few)).isEqualTo(Judgement.WAIT);
          assertThat(RULES.shadow(PATIENCE, few)).isEqualTo(Judgement.FAIL);
          assertThat(RULES.canary(PATIENCE, fewOfCanary)).isEqualTo(Judgement.FAIL);
          assertThat(RULES.shadow(early, any(gen, Measure.LOG_LOSS))).isEqualTo(Judgement.WAIT);
          assertThat(RULES.canary(early, any(gen, Measure.VALUE))).isNotEqualTo(Judgement.PASS);
        });
  }

  @Test
  void aShadowPassesExactlyIfItIsSurelyNotWorseByMoreThanTheTolerance() {
    forAll(
        gen -> {
          var evidence = any(gen, Measure.LOG_LOSS);
          double margin = TOLERANCE * 0.3;
          var expected =
              evidence.worseHigh() <= margin
                  ? Judgement.PASS
                  : evidence.worseLow() > margin ? Judgement.FAIL : Judgement.WAIT;

          assertThat(RULES.shadow(LONG, evidence)).isEqualTo(expected);
          assertThat(RULES.shadow(PATIENCE, evidence) == Judgement.PASS)
              .isEqualTo(expected == Judgement.PASS);
        });
  }

  @Test
  void aCanaryThatIsSurelyWorseNeverPasses() {
    forAll(
        gen -> {
          var evidence = any(gen, Measure.VALUE);
          var judgement = RULES.canary(LONG, evidence);

          if (evidence.worseLow() > 0) {
            assertThat(judgement).isEqualTo(Judgement.FAIL);
          } else if (evidence.worse() > TOLERANCE * 0.3) {
            assertThat(judgement).isEqualTo(Judgement.WAIT);
          } else {
            assertThat(judgement).isEqualTo(Judgement.PASS);
          }
          assertThat(RULES.canary(Duration.ZERO, evidence) == Judgement.FAIL)
              .isEqualTo(evidence.worseLow() > TOLERANCE * 0.3);
        });
  }

  @Test
  void aChampionFailsExactlyIfItIsSurelyWorseThanItsPredecessor() {
    forAll(
        gen -> {
          var evidence = any(gen, Measure.LOG_LOSS);

          assertThat(RULES.champion(evidence) == Judgement.FAIL)
              .isEqualTo(evidence.worseLow() > TOLERANCE * 0.3);
          assertThat(RULES.champion(evidence)).isNotEqualTo(Judgement.PASS);
        });
  }

  @Test
  void evidenceOfAnotherKindProvesNothing() {
    assertThat(RULES.shadow(LONG, evidence(Measure.VALUE, 900, -1, -1, -1)))
        .isEqualTo(Judgement.WAIT);
    assertThat(RULES.canary(LONG, evidence(Measure.LOG_LOSS, 900, -1, -1, -1)))
        .isEqualTo(Judgement.WAIT);
    assertThat(RULES.champion(Evidence.none())).isEqualTo(Judgement.WAIT);
  }

  @Test
  void aToleranceIsNoNaN() {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(Double.NaN));
  }
}
