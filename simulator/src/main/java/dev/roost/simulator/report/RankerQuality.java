package dev.roost.simulator.report;

import static java.util.Collections.unmodifiableMap;

import java.util.LinkedHashMap;
import java.util.Map;

/// How good one ranker's lists were on the sampled sessions of the main world.
///
/// All rankers order the same live items for the same readers at the same instants; gains are the
/// true expected values, which no ranker but the oracle sees.
///
/// @param ranker `served`, `oracle`, `popularity`, `random` or `chronological`
/// @param metrics by name, in the order to show: `value` (true expected engagement value of a
///     list), `scale` (the same between chronological = 0 and oracle = 100), `ndcg@10`,
///     `hitRate@10` (chance of a positive engagement among the first ten), `topics@10` (distinct
///     topics among the first ten), `again@10` (share of the first ten by authors of the twenty
///     items that the reader saw last), and, where the ranker states probabilities, `auc` and
///     `logLoss` over what was on the screen
public record RankerQuality(String ranker, Map<String, Estimate> metrics) {

  public RankerQuality {
    metrics = unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /// Returns a metric, unknown if it does not apply to this ranker.
  public Estimate metric(String name) {
    return metrics.getOrDefault(name, Estimate.unknown());
  }
}
