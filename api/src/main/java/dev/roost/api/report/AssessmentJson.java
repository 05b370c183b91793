package dev.roost.api.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roost.model.metric.Calibration;
import dev.roost.model.metric.MeanInterval;
import dev.roost.model.metric.Summary;
import dev.roost.model.train.Assessment;

/// The public form of an assessment: metrics under their names, with `low` and `high` where there
/// is an interval.
public final class AssessmentJson {

  private AssessmentJson() {}

  /// Returns the document for `assessment`.
  ///
  /// @param cost of the model, as it is written under `cost`
  public static ObjectNode of(Assessment assessment, Object cost) {
    var json = Json.object();
    json.set("cost", Json.tree(cost));
    var positive = json.putObject("positive");
    assessment
        .positive()
        .forEach((metric, interval) -> put(positive.putObject(metric.label()), interval));
    var lists = json.putObject("lists");
    assessment.lists().forEach((metric, interval) -> put(lists.putObject(metric), interval));
    var heads = json.putObject("heads");
    assessment.heads().forEach((head, summary) -> put(heads.putObject(head.label()), summary));
    assessment.dwellRmse().ifPresent(value -> json.put("dwellRmseSeconds", value));
    assessment.dwellMae().ifPresent(value -> json.put("dwellMaeSeconds", value));
    var bins = json.putArray("reliability");
    assessment.reliability().forEach(bin -> put(bins.addObject(), bin));
    var slices = json.putObject("slices");
    assessment.slices().forEach((slice, summary) -> put(slices.putObject(slice), summary));
    return json;
  }

  private static void put(ObjectNode to, MeanInterval interval) {
    to.put("value", interval.mean()).put("low", interval.low()).put("high", interval.high());
  }

  private static void put(ObjectNode to, Summary summary) {
    to.put("count", summary.count())
        .put("readers", summary.readers())
        .put("happened", summary.happened());
    summary.values().forEach((metric, value) -> to.put(metric.label(), value));
  }

  private static void put(ObjectNode to, Calibration.Bin bin) {
    to.put("predicted", bin.predicted())
        .put("observed", bin.observed())
        .put("low", bin.interval().low())
        .put("high", bin.interval().high())
        .put("count", bin.count());
  }
}
