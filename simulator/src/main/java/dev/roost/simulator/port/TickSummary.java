package dev.roost.simulator.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the recommender reports of itself at a barrier.
///
/// @param deliveries rows appended to inboxes since the last barrier
public record TickSummary(long deliveries, List<Alarm> alarms, List<Installed> installed) {

  public TickSummary {
    alarms = List.copyOf(alarms);
    installed = List.copyOf(installed);
  }

  /// A monitor's claim that something changed.
  ///
  /// @param incident number of the incident it belongs to; the first alarm of an incident opens it
  /// @param monitor name of the monitor, one of [FeedPort.Monitors#names()]
  /// @param suspect class of cause: `concept`, `covariate`, `blind` ...
  /// @param slice affected readers, such as `country=BR`; `all` if not only some
  /// @param onsetFrom earliest instant at which the change may have begun
  /// @param onsetTo latest such instant
  /// @param effect size: ratio of observed to expected for outcomes, distance for inputs
  public record Alarm(
      Instant at,
      int incident,
      String monitor,
      String suspect,
      String slice,
      Instant onsetFrom,
      Instant onsetTo,
      double effect,
      String evidence) {}

  /// A model that ranks from now on.
  ///
  /// @param trainedUntil end of the data it learned from
  /// @param reason what led to it: `scheduled` or `incident-3`
  /// @param auc area under the ROC curve on the newest slice, held out; NaN if one class is missing
  /// @param logLoss mean on the same slice, in nats
  /// @param stages its life until then, oldest first
  public record Installed(
      Instant at,
      String version,
      String reason,
      Instant trainedUntil,
      int rows,
      double auc,
      double logLoss,
      double normalisedEntropy,
      List<Stage> stages) {
    public Installed {
      stages = List.copyOf(stages);
    }

    /// Returns when the model entered a stage first, or empty if it never did.
    public Optional<Instant> since(String stage) {
      return stages.stream().filter(each -> each.stage().equals(stage)).map(Stage::at).findFirst();
    }
  }

  /// A stage that a model entered.
  ///
  /// @param stage `offered`, `shadow`, `canary` or `champion`
  /// @param reason why, in a few words
  public record Stage(Instant at, String stage, String reason) {}
}
