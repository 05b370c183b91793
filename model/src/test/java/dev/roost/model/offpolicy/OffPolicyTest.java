package dev.roost.model.offpolicy;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import dev.roost.model.metric.MeanInterval;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OffPolicyTest {

  private static final OffPolicy OFF_POLICY = new OffPolicy(200, Chance.of(7, "off-policy"));
  private static final int SEEDS = 200;

  private static List<LoggedRow> logged(List<ModelledRow> rows) {
    return rows.stream().map(ModelledRow::row).toList();
  }

  private static MeanInterval ips(List<ModelledRow> rows) {
    return OFF_POLICY.ips(logged(rows)).orElseThrow().value();
  }

  private static MeanInterval snips(List<ModelledRow> rows) {
    return OFF_POLICY.snips(logged(rows)).orElseThrow().value();
  }

  private static MeanInterval direct(List<ModelledRow> rows) {
    return OFF_POLICY.direct(rows).orElseThrow().value();
  }

  private static MeanInterval robust(List<ModelledRow> rows) {
    return OFF_POLICY.doublyRobust(rows).orElseThrow().value();
  }

  /// A model that is wrong where the policies differ.
  private static double wrongLiking(int kind, int thing) {
    return 0.6 - 0.1 * ((kind + thing) % BanditWorld.THINGS);
  }

  /// Propensities of a policy that did not log.
  private static double wrongLogging(int kind, int thing) {
    return (kind + thing) % BanditWorld.THINGS < 2 ? 0.1 : 0.35;
  }

  private static double width(MeanInterval interval) {
    return interval.high() - interval.low();
  }

  private static void covers(
      BanditWorld.Reward model,
      BanditWorld.Reward propensity,
      Function<List<ModelledRow>, MeanInterval> value) {
    assertThat(BanditWorld.coverage(SEEDS, model, propensity, value)).isBetween(0.9, 0.99);
  }

  private static void misses(
      BanditWorld.Reward model,
      BanditWorld.Reward propensity,
      Function<List<ModelledRow>, MeanInterval> value) {
    assertThat(BanditWorld.coverage(50, model, propensity, value)).isLessThan(0.5);
  }

  @Test
  void weightedEstimatesCoverTheTruthAsOftenAsDeclared() {
    covers(BanditWorld::liking, BanditWorld::logging, OffPolicyTest::ips);
    covers(BanditWorld::liking, BanditWorld::logging, OffPolicyTest::snips);
  }

  @Test
  void weightedEstimatesNeedTruePropensities() {
    misses(BanditWorld::liking, OffPolicyTest::wrongLogging, OffPolicyTest::ips);
    misses(BanditWorld::liking, OffPolicyTest::wrongLogging, OffPolicyTest::snips);
  }

  @Test
  void doublyRobustSurvivesAWrongModel() {
    covers(OffPolicyTest::wrongLiking, BanditWorld::logging, OffPolicyTest::robust);
    misses(OffPolicyTest::wrongLiking, BanditWorld::logging, OffPolicyTest::direct);
  }

  @Test
  void doublyRobustSurvivesWrongPropensities() {
    covers(BanditWorld::liking, OffPolicyTest::wrongLogging, OffPolicyTest::robust);
  }

  @Test
  void doublyRobustDoesNotSurviveBoth() {
    misses(OffPolicyTest::wrongLiking, OffPolicyTest::wrongLogging, OffPolicyTest::robust);
  }

  @Test
  void goodModelNarrowsTheInterval() {
    var rows = new BanditWorld(1, 2_000).rows(BanditWorld::liking);

    assertThat(width(robust(rows))).isLessThan(0.95 * width(ips(rows)));
  }

  @Test
  void estimatesAreTheirDefinitions() {
    var rows = new BanditWorld(2, 100).rows(OffPolicyTest::wrongLiking);
    double weight = 0;
    double weighted = 0;
    double clipped = 0;
    double expected = 0;
    double corrected = 0;
    for (var modelled : rows) {
      var row = modelled.row();
      weight += row.weight();
      weighted += row.weight() * row.reward();
      clipped += Math.min(2, row.weight()) * row.reward();
      expected += modelled.ofTarget();
      corrected += row.weight() * (row.reward() - modelled.ofShown());
    }
    var exact = within(1e-12);
    var capped = OFF_POLICY.clippedIps(logged(rows), 2).orElseThrow();

    assertThat(ips(rows).mean()).isCloseTo(weighted / rows.size(), exact);
    assertThat(snips(rows).mean()).isCloseTo(weighted / weight, exact);
    assertThat(capped.value().mean()).isCloseTo(clipped / rows.size(), exact);
    assertThat(direct(rows).mean()).isCloseTo(expected / rows.size(), exact);
    assertThat(robust(rows).mean()).isCloseTo((expected + corrected) / rows.size(), exact);
  }

  @Test
  void policyThatLoggedIsWorthTheMeanOfItsRewards() {
    forAll(
        gen -> {
          List<LoggedRow> rows =
              IntStream.range(0, gen.whole(1, 30))
                  .mapToObj(
                      i -> {
                        double propensity = gen.between(0.01, 1);
                        double reward = gen.between(-3, 3);
                        return new LoggedRow(new UserId(i % 4), reward, propensity, propensity);
                      })
                  .toList();
          double mean = rows.stream().mapToDouble(LoggedRow::reward).average().orElseThrow();
          var estimate = OFF_POLICY.ips(rows).orElseThrow();
          assertThat(estimate.value().mean()).isCloseTo(mean, within(1e-12));
          assertThat(OFF_POLICY.snips(rows).orElseThrow().value()).isEqualTo(estimate.value());
          assertThat(estimate.evidence().effectiveSize()).isCloseTo(rows.size(), within(1e-9));
          assertThat(estimate.evidence().meanWeight().mean()).isEqualTo(1);
        });
  }

  @Test
  void clippingIsTooLowByAtMostTheWeightItLoses() {
    double truth = BanditWorld.truth();
    for (double cap : new double[] {0.5, 1, 2, 3}) {
      var rows = logged(new BanditWorld(3, 20_000).rows(BanditWorld::liking));
      var estimate = OFF_POLICY.clippedIps(rows, cap).orElseThrow();
      assertThat(estimate.value().mean())
          .isLessThan(truth - 0.05)
          .isGreaterThan(truth - estimate.evidence().lostWeight());
      assertThat(estimate.evidence().largestWeight()).isEqualTo(cap);
    }
  }

  @Test
  void capAboveEveryWeightClipsNothing() {
    var rows = logged(new BanditWorld(3, 300).rows(BanditWorld::liking));

    assertThat(OFF_POLICY.clippedIps(rows, 1e9).orElseThrow().value())
        .isEqualTo(OFF_POLICY.ips(rows).orElseThrow().value());
  }

  @Test
  void wrongPropensitiesShowInTheMeanWeight() {
    var right = new BanditWorld(4, 1_000).rows(BanditWorld::liking);
    var wrong = new BanditWorld(4, 1_000).rows(BanditWorld::liking, OffPolicyTest::wrongLogging);

    assertThat(OFF_POLICY.direct(right).orElseThrow().evidence().meanWeight().holds(1)).isTrue();
    assertThat(OFF_POLICY.direct(wrong).orElseThrow().evidence().meanWeight().holds(1)).isFalse();
  }

  @Test
  void rowsOfOneReaderAreNoMoreEvidenceThanTheReader() {
    var rows = logged(new BanditWorld(5, 1_000).rows(BanditWorld::liking));
    List<LoggedRow> apart =
        IntStream.range(0, rows.size())
            .mapToObj(
                i -> {
                  var row = rows.get(i);
                  return new LoggedRow(new UserId(i), row.reward(), row.propensity(), row.target());
                })
            .toList();

    assertThat(width(OFF_POLICY.ips(rows).orElseThrow().value()))
        .isGreaterThan(1.1 * width(OFF_POLICY.ips(apart).orElseThrow().value()));
  }

  @Test
  void orderOfReadersDoesNotMatter() {
    var rows = new BanditWorld(6, 100).rows(BanditWorld::liking);
    var back = OFF_POLICY.doublyRobust(rows.reversed()).orElseThrow().value();
    var forth = OFF_POLICY.doublyRobust(rows).orElseThrow().value();

    assertThat(back.mean()).isCloseTo(forth.mean(), within(1e-12));
    assertThat(back.low()).isCloseTo(forth.low(), within(1e-12));
    assertThat(back.high()).isCloseTo(forth.high(), within(1e-12));
  }

  @Test
  void nothingToSayIsEmpty() {
    var neverShown = List.of(new LoggedRow(new UserId(1), 1, 0.5, 0));

    assertThat(OFF_POLICY.ips(List.of())).isEmpty();
    assertThat(OFF_POLICY.doublyRobust(List.of())).isEmpty();
    assertThat(OFF_POLICY.snips(neverShown)).isEmpty();
    assertThat(OFF_POLICY.ips(neverShown).orElseThrow().verdict())
        .isInstanceOf(Verdict.TooLittleEvidence.class);
  }

  @Test
  void refusesACapThatIsNone() {
    for (double bad : new double[] {Double.NaN, 0, -1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> OFF_POLICY.clippedIps(List.of(), bad));
    }
  }
}
