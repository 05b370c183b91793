package dev.roost.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.roost.api.bench.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BenchCommandTest {

  private static final String[] TINY = {
    "bench",
    "fanout",
    "--users=200",
    "--edges=2000",
    "--rounds=1",
    "--deliveries=3000",
    "--peers=loop"
  };

  @TempDir Path folder = Path.of("");

  private static Typed tiny(String... more) {
    var words = new ArrayList<>(List.of(TINY));
    words.addAll(List.of(more));
    return Typed.run(words.toArray(String[]::new));
  }

  @Test
  void aMissingNameIsAnErrorOfUsageThatListsTheBenches() {
    var typed = Typed.run("bench");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("fanout");
  }

  @Test
  void anUnknownNameIsAnErrorOfUsageThatListsTheBenchesAndSuggestsOne() {
    var typed = Typed.run("bench", "fanuot");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("there are: fanout", "did you mean fanout?");
  }

  @Test
  void helpTellsTheOptionsAndTheHeapNeeded() {
    var typed = Typed.run("bench", "fanout", "--help");

    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .startsWith("Usage: ./roost bench fanout")
        .contains("--users", "--edges", "--seed", "--rounds", "--peers", "--redis", "-Xmx14g");
  }

  @Test
  void jsonIsOneDocumentOfNamedRows() throws IOException {
    var typed = tiny("--json");

    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.err()).isEmpty();
    var document = new JsonMapper().readTree(typed.out());
    assertThat(document.fieldNames()).toIterable().containsExactly("bench", "machine", "rows");
    assertThat(document.get("bench").asText()).isEqualTo("fanout");
    assertThat(document.get("machine").asText()).contains("Java 25");
    assertThat(document.get("rows")).allSatisfy(BenchCommandTest::assertIsRow);
    assertThat(document.get("rows").findValuesAsText("name"))
        .contains("roost", "loop", "roost-vs-loop", "roost-bytes-per-reader")
        .doesNotContain("redis-list");
  }

  private static void assertIsRow(JsonNode row) {
    assertThat(row.fieldNames()).toIterable().containsExactly("name", "value", "unit");
    assertThat(row.get("value").isNumber()).isTrue();
  }

  @Test
  void aPersonSeesProgressAndATable() {
    var typed = tiny();

    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.err()).contains("roost: round 1: roost ");
    assertThat(typed.out()).contains("x limit", "roost-vs-loop").doesNotContain("peer");
  }

  @ParameterizedTest
  @CsvSource({
    "--users=9,users must be",
    "--edges=0,edges must be",
    "--users=100 --edges=1001,a tenth of all pairs",
    "--rounds=0,rounds must be",
    "--deliveries=0,deliveries must be",
    "--deliveries=1000000001,deliveries must be",
    "--peers=redsi,no peer 'redsi'; there are: all",
    "--redis=/nowhere/redis-server,/nowhere/redis-server"
  })
  void whatCannotBeMeasuredIsAnErrorOfUsage(String options, String told) {
    var typed = Typed.run(("bench fanout " + options).split(" ", -1));

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains(told);
  }

  @Test
  void whatDoesNotFitIntoTheHeapFailsAtOnce() {
    var typed = Typed.run("bench", "fanout", "--users=4000000", "--edges=1000000000");

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("ROOST_JVM_OPTS=-Xmx");
  }

  @Test
  void aFolderIsNoRedis() {
    var typed = Typed.run("bench", "fanout", "--redis=" + folder);

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("--redis must be the program redis-server", folder.toString());
  }

  @Test
  void chartsThatCannotBeWrittenFailBeforeAnythingIsMeasured() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    var typed = Typed.run("bench", "feed", "--parts=growth", "--chart=" + file);

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err())
        .contains("cannot write to the folder " + file, "--chart")
        .doesNotContain("growth");
  }

  @Test
  void chartsAreWrittenBesideTheRows() {
    var charts = folder.resolve("charts");
    var typed =
        Typed.run(
            "bench", "feed", "--parts=growth", "--largest=500", "--rounds=1", "--chart=" + charts);

    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.out()).contains("growth-users-500-deliveries");
    var users = charts.resolve("fan-out-users.svg");
    assertThat(users).isNotEmptyFile();
    assertThat(typed.out()).contains("Chart: " + users);
  }

  @Test
  void chartsOfAPartThatHasNoneAreAnErrorOfUsage() {
    var charts = folder.resolve("charts");
    var typed = Typed.run("bench", "feed", "--parts=latency", "--chart=" + charts);

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("--chart draws work and growth");
    assertThat(charts).doesNotExist();
  }

  @Test
  void helpOfFeedTellsTheSizeOfEachPart() {
    assertThat(Typed.run("bench", "feed", "--help").out())
        .contains("--work-users", "2,000 users", "1,000 users", "330,000", "--largest");
  }

  @Test
  void helpOfFeedTellsWhatWorkIs() {
    var typed = Typed.run("bench", "feed", "--help");

    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .startsWith("Usage: ./roost bench feed")
        .contains(
            "--users",
            "--edges",
            "--seed",
            "--rounds",
            "--parts",
            "--chart",
            "stepping over the posts");
  }

  @ParameterizedTest
  @CsvSource({
    "--users=9,users must be",
    "--edges=0,edges must be",
    "--rounds=0,rounds must be",
    "--events=0,events must be",
    "--seconds=0,seconds must be",
    "--largest=499,largest must be",
    "--work-users=9,users must be",
    "--users=40000 --edges=160000000,can have as many follows each",
    "--users=200000 --edges=5,can have as many follows each",
    "--parts=wrok,no part 'wrok'; there are: all"
  })
  void whatFeedCannotMeasureIsAnErrorOfUsage(String options, String told) {
    var typed = Typed.run(("bench feed " + options).split(" ", -1));

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains(told);
  }

  @ParameterizedTest
  @CsvSource({
    "--rows=0,rows must be",
    "--features=0,features must be",
    "--trees=0,trees must be",
    "--depth=9,depth must be",
    "--training=99,training must be",
    "--rounds=0,rounds must be",
    "--parts=scroing,no part 'scroing'; there are: all"
  })
  void whatRankCannotMeasureIsAnErrorOfUsage(String options, String told) {
    var typed = Typed.run(("bench rank " + options).split(" ", -1));

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains(told);
  }

  @Test
  void helpOfRankTellsWhatIsTimed() {
    assertThat(Typed.run("bench", "rank", "--help").out())
        .startsWith("Usage: ./roost bench rank")
        .contains("--rows", "--trees", "--parts", "'quantise'", "1e-9");
  }

  @Test
  void wrongWorkIsACheckThatFailed() {
    assertThat(Failures.explain(new BenchException.WrongWork("one is missing")))
        .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo(ExitCode.CHECK_FAILED));
  }
}
