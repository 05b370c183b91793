package dev.roost.api.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roost.simulator.replay.ReplayReport;

/// The public form of a replay's report: its records, with the rankers by name.
public final class ReplayReportJson {

  private ReplayReportJson() {}

  /// Returns the document for `report`.
  public static ObjectNode of(ReplayReport report) {
    var json = Json.object();
    for (var property : Json.tree(report).properties()) {
      json.set(
          property.getKey(),
          property.getKey().equals("quality")
              ? RunReportJson.quality(report.quality())
              : property.getValue());
    }
    Estimates.flatten(json);
    return json;
  }
}
