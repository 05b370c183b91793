package dev.roost.model.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What a set of predictions is worth: every metric that has a value, beside how much there is.
///
/// @param count predictions
/// @param readers for whom they were made
/// @param happened predictions whose event happened, unweighted
/// @param values metrics by name; one that has no value here, such as an area where all happened,
///     is not in it
public record Summary(int count, int readers, int happened, Map<PredictionMetric, Double> values) {

  public Summary {
    var copy = new EnumMap<PredictionMetric, Double>(PredictionMetric.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /// Returns the summary of predictions. O(n log n).
  public static Summary of(ReaderPredictions all) {
    var predictions = all.predictions();
    var values = new EnumMap<PredictionMetric, Double>(PredictionMetric.class);
    for (var metric : PredictionMetric.values()) {
      metric.of(predictions).ifPresent(value -> values.put(metric, value));
    }
    int happened = 0;
    for (int i = 0; i < predictions.size(); i++) {
      happened += predictions.happened(i) ? 1 : 0;
    }
    return new Summary(predictions.size(), all.readers(), happened, values);
  }
}
