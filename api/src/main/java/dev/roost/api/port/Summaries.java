package dev.roost.api.port;

import dev.roost.actors.node.Barrier;
import dev.roost.actors.registry.RegistryEvent;
import dev.roost.model.drift.Finding;
import dev.roost.model.registry.ModelVersion;
import dev.roost.simulator.port.TickSummary;
import java.time.Instant;
import java.util.Locale;

/// Says in the simulator's words what a barrier brought.
final class Summaries {

  private Summaries() {}

  static TickSummary of(Instant at, Barrier.Passed passed) {
    return new TickSummary(
        passed.deliveries(),
        passed.findings().stream().map(Summaries::alarm).toList(),
        passed.decisions().stream()
            .filter(RegistryEvent.Promoted.class::isInstance)
            .map(fact -> installed(at, passed.models().find(fact.version()).orElseThrow()))
            .toList());
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

  private static TickSummary.Installed installed(Instant at, ModelVersion model) {
    var offer = model.offer();
    return new TickSummary.Installed(
        at,
        offer.version(),
        offer.cause(),
        offer.provenance().until(),
        offer.provenance().rows(),
        offer.evaluation().auc(),
        offer.evaluation().logLoss(),
        offer.evaluation().normalisedEntropy(),
        model.steps().stream().map(Summaries::stage).toList());
  }

  private static TickSummary.Stage stage(ModelVersion.Step step) {
    var name = step.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new TickSummary.Stage(step.at(), name, step.reason());
  }
}
