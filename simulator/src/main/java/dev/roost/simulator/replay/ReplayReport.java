package dev.roost.simulator.replay;

import static java.util.Objects.requireNonNull;

import dev.roost.simulator.data.Protocol;
import dev.roost.simulator.data.Reading;
import dev.roost.simulator.port.TickSummary;
import dev.roost.simulator.report.Estimate;
import dev.roost.simulator.report.Invariant;
import dev.roost.simulator.report.RankerQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a replay found; equal for equal logs and settings, whatever the threads.
///
/// @param schema version of this format, [#SCHEMA]
/// @param source name of the log
/// @param citation of the log, empty if unknown
/// @param from instant of the first event
/// @param to instant of the last event
/// @param counts what the log held and what was asked
/// @param tuned the popularity that the log is held against
/// @param tunedMixes the other baselines that the log is held against
/// @param quality `served`, the baselines `popularity`, `itemKnn` and `factorisation`, each also
///     with `EngagedLast` (what the reader engaged with before put last), and `random`, each with
///     `hitRate@10`, `ndcg@10`, `auc` (share of the other candidates ranked below) and `logLoss`
///     (of the share that the ranker gives the item among all candidates, in nats); means over
///     questions, intervals over readers
/// @param overPopularity NDCG@10 served over that of `popularity`, on the same questions
/// @param overEngagedLast the same over that of `popularityEngagedLast`
/// @param overBest the same over that of the best of the three plain baselines, known afterwards
/// @param overBestEngagedLast the same over that of the best that puts last what was engaged with
/// @param models installed, in order of time
/// @param alarms raised, in order of time
/// @param digest SHA-256 over all answers, in hexadecimal
public record ReplayReport(
    int schema,
    String source,
    String citation,
    long seed,
    Protocol protocol,
    Reading reading,
    Instant from,
    Instant to,
    Counts counts,
    Tuned tuned,
    List<TunedMix> tunedMixes,
    List<RankerQuality> quality,
    Estimate overPopularity,
    Estimate overEngagedLast,
    OverBest overBest,
    OverBest overBestEngagedLast,
    List<TickSummary.Installed> models,
    List<TickSummary.Alarm> alarms,
    List<Invariant> invariants,
    String digest) {

  /// Version of the format.
  public static final int SCHEMA = 1;

  /// What the log held and what was asked.
  ///
  /// @param asked feeds asked for; one may answer several questions of a reader at one instant
  /// @param questions first engagements with a live item after the tuning: those that are scored
  /// @param readers who have at least one of those
  /// @param candidates items that competed, a mean over questions; NaN without any
  public record Counts(
      long events,
      int users,
      int items,
      long asked,
      long barriers,
      long questions,
      int readers,
      double candidates) {}

  /// The popularity that the log is held against.
  ///
  /// @param smoothing added to each faded count before shares are taken
  /// @param questions first engagements of the tuning time that both were chosen on
  public record Tuned(Duration halfLife, double smoothing, int questions) {}

  /// A baseline of nearness to the reader and popularity: `popularity × (floor + nearness) ^
  /// power`.
  ///
  /// @param nearness how it was learned, in words
  /// @param halfLife of the popularity; null if nearness alone was better
  public record TunedMix(
      String ranker, String nearness, @Nullable Duration halfLife, double floor, double power) {}

  /// NDCG@10 served over that of the best baseline, on the same questions.
  ///
  /// @param ranker the baseline, chosen with the scored questions in view
  public record OverBest(String ranker, Estimate ratio) {}

  public ReplayReport {
    requireNonNull(source);
    requireNonNull(counts);
    tunedMixes = List.copyOf(tunedMixes);
    quality = List.copyOf(quality);
    models = List.copyOf(models);
    alarms = List.copyOf(alarms);
    invariants = List.copyOf(invariants);
  }

  /// Returns whether every invariant held.
  public boolean passed() {
    return invariants.stream().allMatch(Invariant::holds);
  }
}
