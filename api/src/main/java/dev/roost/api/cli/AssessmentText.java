package dev.roost.api.cli;

import dev.roost.model.metric.MeanInterval;
import dev.roost.model.metric.PredictionMetric;
import dev.roost.model.metric.Summary;
import dev.roost.model.rank.Head;
import dev.roost.model.train.Assessment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// An assessment as tables for a person.
final class AssessmentText {

  private static final int LEAST_OF_A_SLICE = 200; // examples; below it a value says nothing
  private static final int MOST_SLICES = 20;
  private static final String LINE = "%-20s %10s %10s %10s %10s %10s %12s";

  private AssessmentText() {}

  static List<String> lines(Assessment assessment) {
    var lines = new ArrayList<String>();
    lines.add("Any positive engagement: value, and 95 % interval over readers");
    assessment.positive().forEach((metric, interval) -> lines.add(line(metric.label(), interval)));
    lines.add("");
    lines.add("Feeds as served, in the model's order, where something was positive");
    assessment.lists().forEach((name, interval) -> lines.add(line(name, interval)));
    lines.add("");
    lines.add(head("Kind"));
    assessment.heads().forEach((head, summary) -> lines.add(line(head.label(), summary)));
    assessment
        .dwellRmse()
        .ifPresent(
            rmse ->
                lines.add(
                    "%-20s RMSE %.2f s, MAE %.2f s"
                        .formatted(
                            Head.DWELL.label(), rmse, assessment.dwellMae().orElse(Double.NaN))));
    lines.add("");
    lines.add("%-20s %10s %14s".formatted("Predicted", "observed", "interval"));
    for (var bin : assessment.reliability()) {
      lines.add(
          "%-20.4f %10.4f  %.4f..%.4f"
              .formatted(
                  bin.predicted(), bin.observed(), bin.interval().low(), bin.interval().high()));
    }
    lines.add("");
    lines.add(head("Slice"));
    assessment.slices().entrySet().stream()
        .filter(slice -> slice.getValue().count() >= LEAST_OF_A_SLICE)
        .sorted(Comparator.comparingInt((Map.Entry<String, Summary> s) -> -s.getValue().count()))
        .limit(MOST_SLICES)
        .sorted(Map.Entry.comparingByKey())
        .forEach(slice -> lines.add(line(slice.getKey(), slice.getValue())));
    return lines;
  }

  private static String head(String of) {
    return LINE.formatted(of, "examples", "happened", "auc", "pr-auc", "entropy", "observed/exp");
  }

  private static String line(String name, MeanInterval interval) {
    return "%-20s %10.4f  %10.4f..%.4f"
        .formatted(name, interval.mean(), interval.low(), interval.high());
  }

  private static String line(String name, Summary summary) {
    return LINE.formatted(
        name,
        "%,d".formatted(summary.count()),
        "%,d".formatted(summary.happened()),
        value(summary, PredictionMetric.ROC_AUC),
        value(summary, PredictionMetric.PR_AUC),
        value(summary, PredictionMetric.NORMALISED_ENTROPY),
        value(summary, PredictionMetric.CALIBRATION));
  }

  private static String value(Summary summary, PredictionMetric metric) {
    var value = summary.values().get(metric);
    return value == null ? "-" : "%.4f".formatted(value);
  }
}
