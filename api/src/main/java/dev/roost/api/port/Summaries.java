package dev.roost.api.port;

import dev.roost.actors.learn.TrainerActor;
import dev.roost.actors.node.Barrier;
import dev.roost.model.drift.Finding;
import dev.roost.simulator.port.TickSummary;
import java.time.Instant;
import java.util.List;

/// Says in the simulator's words what a barrier brought.
final class Summaries {

  private Summaries() {}

  static TickSummary of(Instant at, Barrier.Passed passed) {
    return new TickSummary(
        passed.deliveries(),
        passed.findings().stream().map(Summaries::alarm).toList(),
        passed.installed().map(model -> List.of(installed(at, model))).orElse(List.of()));
  }

  private static TickSummary.Alarm alarm(Finding finding) {
    return new TickSummary.Alarm(
        finding.at(),
        finding.incident(),
        finding.monitor(),
        finding.suspect().label(),
        finding.slice(),
        finding.onsetFrom(),
        finding.onsetTo(),
        finding.effect(),
        finding.evidence());
  }

  private static TickSummary.Installed installed(Instant at, TrainerActor.Installed installed) {
    var model = installed.model().model();
    var evaluation = installed.model().evaluation();
    return new TickSummary.Installed(
        at,
        model.version(),
        installed.reason(),
        model.provenance().until(),
        model.provenance().rows(),
        evaluation.auc(),
        evaluation.logLoss(),
        evaluation.normalisedEntropy());
  }
}
