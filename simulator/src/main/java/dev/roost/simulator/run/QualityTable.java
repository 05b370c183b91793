package dev.roost.simulator.run;

import dev.roost.simulator.baseline.Baseline;
import dev.roost.simulator.drift.Resamples;
import dev.roost.simulator.report.Estimate;
import dev.roost.simulator.report.RankerQuality;
import dev.roost.simulator.run.QualitySums.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// Makes the table of rankers from the sampled sessions of a world.
final class QualityTable {

  private final QualitySums sums;
  private final Resamples resamples;
  private final boolean[] everybody;

  QualityTable(QualitySums sums, Resamples resamples) {
    this.sums = sums;
    this.resamples = resamples;
    this.everybody = new boolean[sums.samples().length];
    Arrays.fill(everybody, true);
  }

  List<RankerQuality> rows() {
    var rows = new ArrayList<RankerQuality>();
    for (var baseline : Baseline.values()) {
      var metrics = new LinkedHashMap<String, Estimate>();
      metrics.put("value", mean(baseline, Measure.VALUE));
      metrics.put("scale", scale(baseline));
      metrics.put("ndcg@10", mean(baseline, Measure.GAIN));
      metrics.put("hitRate@10", mean(baseline, Measure.HIT));
      metrics.put("topics@10", mean(baseline, Measure.TOPICS));
      metrics.put("again@10", mean(baseline, Measure.AGAIN));
      if (baseline == Baseline.SERVED || baseline == Baseline.ORACLE) {
        metrics.put("auc", Estimate.exact(sums.auc(baseline)));
        metrics.put("logLoss", Estimate.exact(sums.logLoss(baseline)));
      }
      rows.add(new RankerQuality(baseline.name().toLowerCase(Locale.ROOT), metrics));
    }
    return rows;
  }

  private Estimate mean(Baseline baseline, Measure measure) {
    return resamples.estimate(
        everybody, s -> s[0] / s[1], sums.of(baseline, measure), sums.samples());
  }

  private Estimate scale(Baseline baseline) {
    return resamples.estimate(
        everybody,
        s -> 100 * (s[0] - s[1]) / (s[2] - s[1]),
        sums.of(baseline, Measure.VALUE),
        sums.of(Baseline.CHRONOLOGICAL, Measure.VALUE),
        sums.of(Baseline.ORACLE, Measure.VALUE));
  }
}
