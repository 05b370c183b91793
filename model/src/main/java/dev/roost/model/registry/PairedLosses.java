package dev.roost.model.registry;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import dev.roost.model.metric.LogLoss;
import dev.roost.model.metric.ReaderTotals;
import dev.roost.model.registry.Evidence.Measure;
import java.util.List;

/// Log losses of two models on the same impressions, paired.
final class PairedLosses {

  private static final int RESAMPLES = 400; // two bounds to two digits; looked at again and again
  private static final Chance CHANCE = Chance.of(0, "paired losses");

  private final ReaderTotals totals =
      new ReaderTotals(List.of("ours", "theirs", "worse", "weight"));
  private boolean unsound;

  /// Adds an impression.
  ///
  /// @param ours probability by the version that is judged; what is none condemns it
  /// @param theirs probability by the other; the impression is left out if it is none
  void add(UserId reader, double weight, boolean happened, double ours, double theirs) {
    if (!isProbability(theirs)) {
      return;
    }
    if (!isProbability(ours)) {
      unsound = true;
      return;
    }
    double our = LogLoss.of(ours, happened);
    double their = LogLoss.of(theirs, happened);
    totals.add(reader, weight * our, weight * their, weight * (our - their), weight);
  }

  private static boolean isProbability(double value) {
    return value >= 0 && value <= 1;
  }

  Evidence evidence() {
    if (unsound) {
      return Evidence.unsound(Measure.LOG_LOSS, totals.events(), totals.readers());
    }
    if (totals.readers() == 0) {
      return Evidence.of(Measure.LOG_LOSS);
    }
    var worse = totals.ratio("worse", "weight", RESAMPLES, CHANCE).orElseThrow();
    return new Evidence(
        Measure.LOG_LOSS,
        totals.events(),
        totals.readers(),
        totals.events(),
        totals.readers(),
        totals.ratio("ours", "weight").orElseThrow(),
        totals.ratio("theirs", "weight").orElseThrow(),
        worse.mean(),
        worse.low(),
        worse.high());
  }
}
