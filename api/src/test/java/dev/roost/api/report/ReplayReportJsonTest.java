package dev.roost.api.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.simulator.data.Protocol;
import dev.roost.simulator.data.Reading;
import dev.roost.simulator.replay.ReplayReport;
import dev.roost.simulator.replay.ReplayReport.OverBest;
import dev.roost.simulator.replay.ReplayReport.TunedMix;
import dev.roost.simulator.report.Estimate;
import dev.roost.simulator.report.Invariant;
import dev.roost.simulator.report.RankerQuality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplayReportJsonTest {

  private static final String GOLDEN = "/golden/replay.json";
  private static final Estimate ESTIMATE = new Estimate(1.05, 1.01, 1.09);

  private static ReplayReport sample() {
    return new ReplayReport(
        ReplayReport.SCHEMA,
        "csv",
        "",
        7,
        new Protocol(
            Duration.ofDays(28), Duration.ofDays(30), Duration.ofDays(3), Duration.ofDays(90), 1),
        new Reading(9, 0, List.of(), 0, "", 0),
        Instant.parse("2026-01-01T00:00:00Z"),
        Instant.parse("2026-03-01T00:00:00Z"),
        new ReplayReport.Counts(9, 3, 4, 5, 6, 2, 1, 3.5),
        new ReplayReport.Tuned(Duration.ofMinutes(30), 0.01, 40),
        List.of(
            new TunedMix("itemKnn", "newest 10", Duration.ofHours(1), 0.1, 2),
            new TunedMix("factorisation", "8 factors", null, 0.3, 1)),
        List.of(new RankerQuality("served", Map.of("ndcg@10", ESTIMATE))),
        ESTIMATE,
        Estimate.unknown(),
        new OverBest("itemKnn", ESTIMATE),
        new OverBest("factorisationEngagedLast", Estimate.unknown()),
        List.of(),
        List.of(),
        List.of(new Invariant("every live item is ranked once", 5, 0, "")),
        "00ff");
  }

  /// What is written now is left in `target/golden`. Where this fails, the public format has
  /// changed: new keys may be added to the golden file, but a key that was there is only changed
  /// with a new number of the schema.
  @Test
  void theFormatIsThatOfTheGoldenFile() throws IOException {
    var actual = Json.pretty(ReplayReportJson.of(sample())) + "\n";
    Files.writeString(
        Files.createDirectories(Path.of("target", "golden")).resolve("replay.json"), actual);

    assertThat(actual).isEqualTo(read(GOLDEN));
  }

  @Test
  void aBaselineWithoutPopularityHasNoHalfLife() {
    var document = ReplayReportJson.of(sample());

    assertThat(document.at("/tunedMixes/0/halfLife").asText()).isEqualTo("PT1H");
    assertThat(document.at("/tunedMixes/1/halfLife").isNull()).isTrue();
  }

  private static String read(String resource) throws IOException {
    try (var in = requireNonNull(ReplayReportJsonTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
