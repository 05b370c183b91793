package dev.roost.api.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.roost.simulator.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RunReportJsonTest {

  private static final String GOLDEN = "/golden/report.json";

  /// What is written now is left in `target/golden`. Where this fails, the public format has
  /// changed: new keys may be added to the golden file, but a key that was there is only changed
  /// with a new number of the schema.
  @Test
  void theFormatIsThatOfTheGoldenFile() throws IOException {
    var document = RunReportJson.of(SampleReport.flip(), SampleReport.provenance());
    var series = (ArrayNode) document.get("byDay");
    var days = (ArrayNode) series.get(0).get("days");
    IntStream.range(1, series.size()).forEach(_ -> series.remove(1));
    IntStream.range(2, days.size()).forEach(_ -> days.remove(2));
    var actual = Json.pretty(document) + "\n";
    Files.writeString(
        Files.createDirectories(Path.of("target", "golden")).resolve("report.json"), actual);

    assertThat(actual).isEqualTo(read(GOLDEN));
  }

  @Test
  void estimatesAreANumberAndAnInterval() {
    var document = RunReportJson.of(SampleReport.flip(), SampleReport.provenance());

    assertThat(document.at("/verdict/harm").asDouble()).isEqualTo(-0.058);
    assertThat(document.at("/verdict/harmInterval/0").asDouble()).isEqualTo(-0.065);
    assertThat(document.at("/quality/served/ndcg@10").asDouble()).isEqualTo(0.61);
    assertThat(document.at("/quality/served/ndcg@10Interval").size()).isEqualTo(2);
    assertThat(document.at("/quality/oracle/scaleInterval").isMissingNode()).isTrue();
    assertThat(document.at("/drift/injected/0/effectInterval").size()).isEqualTo(2);
  }

  @Test
  void whatCouldNotBeMeasuredIsNull() {
    var document = RunReportJson.of(SampleReport.control(), SampleReport.provenance());

    assertThat(document.at("/verdict/harm").isNull()).isTrue();
    assertThat(document.at("/byDay/0/days/0/scale").isNull()).isTrue();
    assertThat(Json.pretty(document)).doesNotContain("NaN");
  }

  @Test
  void aMissedDriftHasNoDelay() {
    var document = RunReportJson.of(SampleReport.flip(), SampleReport.provenance());

    assertThat(document.at("/drift/scoreboard/3/outcome").asText()).isEqualTo("missed");
    assertThat(document.at("/drift/scoreboard/3/delay").isNull()).isTrue();
  }

  @Test
  void aReportThatTellsNoCostIsRefused() {
    var report = SampleReport.control();
    var unmeasured =
        new RunReport(
            report.schema(),
            report.seed(),
            report.scenario(),
            report.title(),
            report.users(),
            report.simulatedDays(),
            report.start(),
            report.digest(),
            report.counts(),
            report.worlds(),
            report.quality(),
            report.byDay(),
            report.drift(),
            report.models(),
            report.invariants(),
            report.verdict(),
            null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunReportJson.of(unmeasured, SampleReport.provenance()));
  }

  private static String read(String name) throws IOException {
    try (var in = requireNonNull(RunReportJsonTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
