package dev.roost.simulator.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.chance.Chance;
import dev.roost.model.offpolicy.Estimate;
import dev.roost.model.offpolicy.ModelledRow;
import dev.roost.model.offpolicy.OffPolicy;
import dev.roost.model.offpolicy.Verdict;
import dev.roost.simulator.SharedData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Estimates each policy of the Open Bandit Dataset from the log of the other.
///
/// Some fifty clicks a log decide nothing between estimators; the intervals must be sane.
final class OpenBanditTest {

  private static final OffPolicy OFF_POLICY = new OffPolicy(1_000, Chance.of(7, "open bandit"));

  private static List<Estimate> estimates(List<ModelledRow> rows) {
    var logged = rows.stream().map(ModelledRow::row).toList();
    return Stream.of(
            OFF_POLICY.ips(logged), OFF_POLICY.snips(logged), OFF_POLICY.doublyRobust(rows))
        .map(Optional::orElseThrow)
        .toList();
  }

  private static boolean isEnough(Estimate estimate) {
    return switch (estimate.verdict()) {
      case Verdict.Enough _ -> true;
      case Verdict.TooLittleEvidence _ -> false;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "random_men, bts_men, true",
    "random_women, bts_women, false", // enough rows, but of few kinds of readers
    "bts_men, random_men, false",
    "bts_women, random_women, false" // one row of propensity 1e-6 has most of the weight
  })
  void intervalHoldsWhatThePolicyEarnedItselfOrSaysTooLittle(
      String from, String of, boolean enough) {
    var folder = SharedData.folder("obd");
    var log = OpenBanditLog.read(folder, from);
    var other = OpenBanditLog.read(folder, of);
    assertThat(log.size()).isEqualTo(10_000);

    for (var estimate : estimates(log.asEvidenceFor(other))) {
      System.out.printf("%s from %s, earned %.4f: %s%n", of, from, other.clickRate(), estimate);
      assertThat(isEnough(estimate)).isEqualTo(enough);
      assertThat(estimate.value().holds(other.clickRate()) || !enough).isTrue();
      assertThat(estimate.value().holds(estimate.value().mean())).isTrue();
    }
  }
}
