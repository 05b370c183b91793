package dev.roost.api.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.simulator.report.RunReport;
import dev.roost.simulator.run.Progress;
import dev.roost.simulator.run.Simulation;
import dev.roost.simulator.run.SimulationSettings;
import dev.roost.simulator.scenario.Scenarios;
import org.junit.jupiter.api.Test;

/// Whole worlds on the real actors: models are trained and installed within them.
final class SimulationDigestTest {

  private static RunReport run(long seed, int threads) {
    var control = Scenarios.builtIn().find("none");
    return Simulation.run(
        SimulationSettings.of(300, 3, seed, threads, false, control),
        new ActorPortFactory(),
        Progress.none());
  }

  @Test
  void equalSeedsGiveEqualDigestsOnAnyNumberOfThreads() {
    var one = run(7, 1);
    var four = run(7, 4);
    var other = run(8, 2);

    assertThat(one.models()).isNotEmpty();
    assertThat(four.digest()).isEqualTo(one.digest());
    assertThat(other.digest()).isNotEqualTo(one.digest());
    assertThat(one.invariants()).allMatch(invariant -> invariant.violations() == 0);
  }
}
