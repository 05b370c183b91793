package dev.roost.api.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.PortFactory;
import dev.roost.simulator.report.RunReport;
import dev.roost.simulator.run.Progress;
import dev.roost.simulator.run.Simulation;
import dev.roost.simulator.run.SimulationSettings;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.scenario.DriftKind;
import dev.roost.simulator.scenario.Scenario;
import dev.roost.simulator.scenario.Slice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Twins that go on from an image are those that lived all of it, on the real actors.
final class SharedPastTest {

  /// Nodes of which no image is taken.
  private static final PortFactory UNKEPT =
      new PortFactory() {
        private final ActorPortFactory actors = new ActorPortFactory();

        @Override
        public FeedPort open(PortSettings settings) {
          return actors.open(settings);
        }
      };

  private static RunReport run(PortFactory recommenders, int threads) {
    var flip =
        Drift.sudden(
            DriftKind.TASTE_FLIP, Slice.parse("country=BR"), Duration.ofDays(3));
    return Simulation.run(
        SimulationSettings.of(
            200, 4, 7, threads, true, new Scenario("early", "early", "Early.", List.of(flip))),
        recommenders,
        Progress.none());
  }

  @Test
  void everyWorldIsAsIfItHadLivedAllOfIt() {
    var shared = run(new ActorPortFactory(), 2);
    var apart = run(UNKEPT, 2);

    assertThat(apart.models()).isNotEmpty();
    assertThat(shared).isEqualTo(apart);
  }
}
