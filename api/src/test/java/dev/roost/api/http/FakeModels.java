package dev.roost.api.http;

import dev.roost.model.rank.Provenance;
import dev.roost.model.registry.Evidence;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.ModelVersion.Step;
import dev.roost.model.registry.Offer;
import dev.roost.model.registry.Stage;
import dev.roost.model.train.Training;
import java.time.Instant;

/// A champion and a canary that took its evidence from nowhere.
final class FakeModels {

  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Evidence EVIDENCE =
      new Evidence(Evidence.Measure.LOG_LOSS, 9, 3, 9, 3, 0.3, 0.31, -0.01, -0.02, Double.NaN);

  private FakeModels() {}

  static ModelBook book() {
    return ModelBook.empty()
        .offered(offer("m0001"), AT)
        .promoted("m0001", new Step(Stage.CHAMPION, AT, "first", Evidence.none()))
        .offered(offer("m0002"), AT)
        .tried("m0002", 0.2, new Step(Stage.CANARY, AT, "passed its shadow", EVIDENCE));
  }

  static Step step(Stage stage, Instant at) {
    return new Step(stage, at, "by hand", Evidence.none());
  }

  private static Offer offer(String version) {
    return new Offer(
        version,
        "9c1e",
        "scheduled",
        false,
        new Provenance(AT, AT, 100, 20, "data", "options", 7, "here"),
        new Training.Evaluation(10, Double.NaN, 0.3, 0.9, 1));
  }
}
