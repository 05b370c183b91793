package dev.roost.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.roost.simulator.report.DaySeries;
import dev.roost.simulator.report.Invariant;
import dev.roost.simulator.report.RunReport;
import dev.roost.simulator.report.WorldRun;
import dev.roost.simulator.run.FakePort.Kind;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.scenario.DriftKind;
import dev.roost.simulator.scenario.Scenario;
import dev.roost.simulator.scenario.Slice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SimulationTest {

  private static Scenario flip(int day, double magnitude) {
    var drift =
        Drift.sudden(DriftKind.TASTE_FLIP, Slice.parse("country=BR"), Duration.ofDays(day))
            .ofMagnitude(magnitude);
    return new Scenario("flip", "flip", "A flip.", List.of(drift));
  }

  private static final Scenario NONE = new Scenario("none", "control", "Nothing.", List.of());

  private static SimulationSettings small(long seed, int threads, Scenario scenario) {
    return SimulationSettings.of(300, 4, seed, threads, true, scenario);
  }

  private static RunReport run(SimulationSettings settings, Kind kind) {
    return Simulation.run(settings, FakePort.factory(kind), Progress.none());
  }

  @Test
  void worldsAreEqualUntilTheOnsetAndDifferAfterwards() {
    var report = run(small(7, 1, flip(2, 1)), Kind.TASTE_FOLLOWING);

    assertThat(report.worlds())
        .extracting(WorldRun::name)
        .containsExactly("main", "clean", "frozen", "placebo");
    assertThat(report.worlds())
        .extracting(WorldRun::digestUntilOnset)
        .containsOnly(report.worlds().getFirst().digestUntilOnset());
    assertThat(report.worlds().get(0).digest()).isNotEqualTo(report.worlds().get(1).digest());
    assertThat(report.worlds().get(1).digest()).isNotEqualTo(report.worlds().get(3).digest());
    assertThat(report.invariants()).allMatch(Invariant::holds).hasSize(4 * 7 + 1);
    assertThat(report.verdict().passed()).isTrue();
  }

  @Test
  void digestDependsOnTheSeedButNotOnThreadsOrTheOrderOfAnswers() {
    var alone = run(small(7, 1, flip(2, 1)), Kind.TASTE_FOLLOWING);
    RunReport crowded;
    try (var pool = Executors.newFixedThreadPool(4)) {
      crowded =
          Simulation.run(
              small(7, 4, flip(2, 1)),
              FakePort.factory(Kind.TASTE_FOLLOWING, pool),
              Progress.none());
    }
    var other = run(small(8, 1, flip(2, 1)), Kind.TASTE_FOLLOWING);

    assertThat(crowded).isEqualTo(alone);
    assertThat(other.digest()).isNotEqualTo(alone.digest());
  }

  @Test
  void twinsDoNotChangeTheMainWorld() {
    var settings = SimulationSettings.of(300, 4, 7, 1, false, flip(2, 1));

    assertThat(run(settings, Kind.CHRONOLOGICAL).digest())
        .isEqualTo(run(small(7, 1, flip(2, 1)), Kind.CHRONOLOGICAL).digest());
  }

  @Test
  void newestFirstIsWorthExactlyTheChronologicalBaselineAndTheOracleMore() {
    var report = run(small(7, 1, NONE), Kind.CHRONOLOGICAL);
    var served = report.quality().get(0);
    var oracle = report.quality().get(1);
    var chronological = report.quality().get(4);

    assertThat(served.metric("value")).isEqualTo(chronological.metric("value"));
    assertThat(oracle.metric("value").value()).isGreaterThan(served.metric("value").value());
    assertThat(oracle.metric("ndcg@10").value()).isCloseTo(1, within(1e-12));
    assertThat(served.metric("auc").isKnown()).isFalse(); // it states no probabilities
  }

  @Test
  void theLedgerTellsWhatTheFlipTrulyCost() {
    var settings = SimulationSettings.of(2_000, 8, 1, 2, true, flip(5, 1));
    var report = run(settings, Kind.TASTE_FOLLOWING);
    var injected = report.drift().injected().getFirst();

    assertThat(injected.affected()).isEqualTo(400);
    assertThat(injected.sliceEffect().high()).isLessThan(-0.1);
    assertThat(injected.effect().value()).isBetween(-0.2, -0.03);
    assertThat(injected.effect().high()).isNegative();
    assertThat(change(report, "rest", 5, 7)).isCloseTo(0, within(0.05));
    assertThat(report.verdict().placebo()).isBetween(0.0, 0.2);
    assertThat(report.verdict().detection()).isNull();
  }

  private static double change(RunReport report, String slice, int from, int to) {
    return value(report, "main", slice, from, to) / value(report, "clean", slice, from, to) - 1;
  }

  private static double value(RunReport report, String world, String slice, int from, int to) {
    return report.byDay().stream()
        .filter(s -> s.world().equals(world) && s.slice().equals(slice))
        .flatMap(s -> s.days().subList(from, to).stream())
        .mapToDouble(DaySeries.Day::value)
        .sum();
  }

  @Test
  void aControlInjectsNothingAndNeedsNoTwins() {
    var report = run(small(7, 1, NONE), Kind.CHRONOLOGICAL);

    assertThat(report.drift().injected()).isEmpty();
    assertThat(report.worlds()).hasSize(1);
    assertThat(report.drift().cleanDays()).isEqualTo(4);
    assertThat(report.verdict().harm().isKnown()).isFalse();
  }

  @Test
  void feedsThatBreakAPromiseFailTheRun() {
    var report =
        Simulation.run(
            small(7, 1, NONE),
            settings -> new CarelessPort(FakePort.factory(Kind.CHRONOLOGICAL).open(settings)),
            Progress.none());

    assertThat(report.verdict().passed()).isFalse();
    assertThat(report.invariants())
        .filteredOn(invariant -> !invariant.holds())
        .extracting(Invariant::name)
        .containsExactlyInAnyOrder(
            "main: no item twice in a feed",
            "main: every item was posted",
            "main: no feed longer than asked for");
  }

  @Test
  void aLostRequestFailsTheRunAndIsNamed() {
    assertThatThrownBy(
            () ->
                Simulation.run(
                    small(7, 2, flip(2, 1)),
                    settings -> new LosingPort(FakePort.factory(Kind.CHRONOLOGICAL).open(settings)),
                    Progress.none()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("reading a feed")
        .cause()
        .hasMessage("lost");
  }

  @Test
  void refusesADriftThatTheRunNeverReaches() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> small(7, 1, flip(11, 1)))
        .withMessageContaining("after 11 days; run it for more than that, not for 4");
  }

  @Test
  void refusesASliceThatMatchesNobody() {
    var onset = Duration.ofDays(2);
    var drift = Drift.sudden(DriftKind.TASTE_FLIP, Slice.parse("language=es"), onset);
    var scenario = new Scenario("x", "x", "x", List.of(drift));
    var refusals =
        LongStream.range(0, 24) // in one world of eight nobody writes Spanish
            .mapToObj(seed -> SimulationSettings.of(50, 3, seed, 1, false, scenario))
            .flatMap(settings -> refusal(settings).stream())
            .toList();

    assertThat(refusals)
        .isNotEmpty()
        .allMatch(words -> words.contains("the slice language=es matches nobody among 50 users"));
  }

  private static Optional<String> refusal(SimulationSettings settings) {
    try {
      run(settings, Kind.CHRONOLOGICAL);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }
}
