package dev.roost.simulator.report;

import java.time.Instant;

/// A model that a world's recommender installed.
///
/// @param world name of a [WorldRun]
/// @param reason what led to it: `scheduled` or `incident-3`
/// @param trainedUntil end of the data it learned from
/// @param auc area under the ROC curve on its newest slice, held out; NaN if one class was missing
/// @param logLoss mean on the same slice, in nats
public record ModelInstalled(
    String world,
    Instant at,
    String version,
    String reason,
    Instant trainedUntil,
    int rows,
    double auc,
    double logLoss,
    double normalisedEntropy) {}
