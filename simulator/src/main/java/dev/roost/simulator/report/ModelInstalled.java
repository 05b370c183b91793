package dev.roost.simulator.report;

import dev.roost.simulator.port.TickSummary;
import java.time.Instant;
import java.util.List;

/// A model that a world's recommender installed.
///
/// @param world name of a [WorldRun]
/// @param reason what led to it: `scheduled` or `incident-3`
/// @param trainedUntil end of the data it learned from
/// @param auc area under the ROC curve on its newest slice, held out; NaN if one class was missing
/// @param logLoss mean on the same slice, in nats
/// @param stages its life until it ranked for all, oldest first
public record ModelInstalled(
    String world,
    Instant at,
    String version,
    String reason,
    Instant trainedUntil,
    int rows,
    double auc,
    double logLoss,
    double normalisedEntropy,
    List<TickSummary.Stage> stages) {

  public ModelInstalled {
    stages = List.copyOf(stages);
  }
}
