package dev.roost.api.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roost.simulator.report.RankerQuality;
import dev.roost.simulator.report.RunReport;
import java.util.List;

/// The public form of a run's report, `report.json`, described in `config/report-schema.md`.
///
/// Names are never changed or dropped under one number of `schema`; new ones may appear.
public final class RunReportJson {

  private RunReportJson() {}

  /// Returns the document for `report`, made by `provenance`.
  ///
  /// @throws IllegalArgumentException if the report has no cost
  public static ObjectNode of(RunReport report, Provenance provenance) {
    var cost = report.cost();
    if (cost == null) {
      throw new IllegalArgumentException("the report tells no cost; call measured() first");
    }
    var json = Json.object();
    json.put("schema", report.schema());
    json.put("seed", report.seed());
    json.put("scenario", report.scenario());
    json.put("title", report.title());
    json.put("users", report.users());
    json.put("simulatedDays", report.simulatedDays());
    json.put("start", report.start().toString());
    json.put("wallSeconds", cost.wallSeconds());
    json.put("peakHeapMiB", cost.peakHeapMiB());
    json.put("digest", report.digest());
    json.set("counts", Json.tree(report.counts()));
    var rates = json.putObject("rates");
    rates.put("feedsPerSecond", cost.feedsPerSecond());
    rates.put("deliveriesPerSecond", cost.deliveriesPerSecond());
    json.set("worlds", Json.tree(report.worlds()));
    json.set("quality", quality(report.quality()));
    json.set("byDay", Json.tree(report.byDay()));
    json.set("drift", Json.tree(report.drift()));
    json.set("models", Json.tree(report.models()));
    json.set("invariants", Json.tree(report.invariants()));
    json.set("verdict", Json.tree(report.verdict()));
    json.set("provenance", Json.tree(provenance));
    Estimates.flatten(json);
    return json;
  }

  static ObjectNode quality(List<RankerQuality> rankers) {
    var json = Json.object();
    rankers.forEach(each -> json.set(each.ranker(), Json.tree(each.metrics())));
    return json;
  }
}
