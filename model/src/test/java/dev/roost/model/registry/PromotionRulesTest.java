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
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Pace PACE = new Pace(HOUR.multipliedBy(3), HOUR.multipliedBy(3), 0.2);
  private static final Pace URGENT = new Pace(HOUR, HOUR, 0.5);
  private static final double TOLERANCE = 0.05;

  private static RegistrySettings settings(double tolerance) {
    return new RegistrySettings(
        PACE, URGENT, 100, tolerance, 100, tolerance, LONG, tolerance, PATIENCE, HOUR, 5);
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

            assertThat(RULES.shadow(PACE, LONG, evidence)).isEqualTo(Judgement.FAIL);
            assertThat(RULES.canary(PACE, LONG, evidence)).isEqualTo(Judgement.FAIL);
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

          assertThat(RULES.shadow(PACE, LONG, few)).isEqualTo(Judgement.WAIT);
          assertThat(RULES.canary(PACE, LONG, fewOfCanary)).isEqualTo(Judgement.WAIT);
          assertThat(RULES.champion(few)).isEqualTo(Judgement.WAIT);
          assertThat(RULES.shadow(PACE, PATIENCE, few)).isEqualTo(Judgement.FAIL);
          assertThat(RULES.canary(PACE, PATIENCE, fewOfCanary)).isEqualTo(Judgement.FAIL);
          assertThat(RULES.shadow(PACE, early, any(gen, Measure.LOG_LOSS)))
              .isEqualTo(Judgement.WAIT);
          assertThat(RULES.canary(PACE, early, any(gen, Measure.VALUE)))
              .isNotEqualTo(Judgement.PASS);
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

          assertThat(RULES.shadow(PACE, LONG, evidence)).isEqualTo(expected);
          assertThat(RULES.shadow(PACE, PATIENCE, evidence) == Judgement.PASS)
              .isEqualTo(expected == Judgement.PASS);
        });
  }

  @Test
  void aCanaryThatIsSurelyWorseNeverPasses() {
    forAll(
        gen -> {
          var evidence = any(gen, Measure.VALUE);
          var judgement = RULES.canary(PACE, LONG, evidence);

          if (evidence.worseLow() > 0) {
            assertThat(judgement).isEqualTo(Judgement.FAIL);
          } else if (evidence.worse() > TOLERANCE * 0.3) {
            assertThat(judgement).isEqualTo(Judgement.WAIT);
          } else {
            assertThat(judgement).isEqualTo(Judgement.PASS);
          }
          assertThat(RULES.canary(PACE, Duration.ZERO, evidence) == Judgement.FAIL)
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
    assertThat(RULES.shadow(PACE, LONG, evidence(Measure.VALUE, 900, -1, -1, -1)))
        .isEqualTo(Judgement.WAIT);
    assertThat(RULES.canary(PACE, LONG, evidence(Measure.LOG_LOSS, 900, -1, -1, -1)))
        .isEqualTo(Judgement.WAIT);
    assertThat(RULES.champion(Evidence.none())).isEqualTo(Judgement.WAIT);
  }

  @Test
  void anAnswerToAnIncidentIsJudgedSooner() {
    var shadow = evidence(Measure.LOG_LOSS, 900, -1, -1, -1);
    var canary = evidence(Measure.VALUE, 900, -1, -1, -1);

    assertThat(RULES.shadow(URGENT, HOUR, shadow)).isEqualTo(Judgement.PASS);
    assertThat(RULES.shadow(PACE, HOUR, shadow)).isEqualTo(Judgement.WAIT);
    assertThat(RULES.canary(URGENT, HOUR, canary)).isEqualTo(Judgement.PASS);
    assertThat(RULES.canary(PACE, HOUR, canary)).isEqualTo(Judgement.WAIT);
  }

  @Test
  void patienceLastsAsLongAsTheLongestStage() {
    var endless = new Pace(PATIENCE.plusNanos(1), HOUR, 0.2);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new RegistrySettings(PACE, endless, 1, 0, 1, 0, LONG, 0, PATIENCE, HOUR, 5))
        .withMessageContaining("patience");
  }

  @Test
  void aShareIsAboveNothingAndAtMostHalf() {
    for (double share : new double[] {Double.NaN, 0, -0.1, 0.51}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Pace(HOUR, HOUR, share));
    }
  }

  @Test
  void aToleranceIsNoNaN() {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(Double.NaN));
  }
}
