package dev.roost.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused before a recommender is opened.
final class RunCommandsTest {

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simulate --scenario flop",
        "simulate --users 10",
        "simulate --days 0",
        "simulate --days 5",
        "simulate --threads -1",
        "simulate --seed seven",
        "simulate --examples target/none",
        "simulate --checkpoint target/none",
        "simulate --resume target/none --users 60",
        "fork",
        "fork --from target/none --reseed two",
        "replay --source deskdrop",
        "replay --source netflix --path .",
        "replay --source csv --path pom.xml --max-errors -1",
        "replay --source csv --path pom.xml --limit 0",
        "calibrate --data . --users 99",
        "calibrate --users many"
      })
  void aWrongCommandLineEndsWith2AndOneSentence(String line) {
    var typed = Typed.run(line.split(" ", -1));

    assertThat(typed.code()).as(typed.err()).isEqualTo(2);
    assertThat(typed.err()).startsWith("roost: ").doesNotContain("\tat ", "Exception");
    assertThat(typed.out()).isEmpty();
  }

  @Test
  void anUnknownScenarioIsAnsweredWithThoseThereAre() {
    assertThat(Typed.run("simulate", "--scenario", "flop").err()).contains("flop", "flip", "none");
  }

  @Test
  void aLogThatIsNotThereEndsWith3() {
    var missing = folder.resolve("missing").toString();
    var typed = Typed.run("replay", "--source", "csv", "--path", missing);

    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.err()).contains(missing);
  }

  @Test
  void calibratingWithoutADataSetEndsWith3AndSaysWhereItComesFrom() {
    var typed = Typed.run("calibrate", "--data", folder.toString());

    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.err()).contains("--data", "twitch", "docs/calibration.md");
  }

  @Test
  void aCheckpointThatIsNotThereOrIsNoneEndsWith3() {
    for (var line : new String[] {"simulate --resume nowhere", "fork --from pom.xml"}) {
      var typed = Typed.run(line.split(" ", -1));

      assertThat(typed.code()).as(typed.err()).isEqualTo(3);
      assertThat(typed.err()).contains("simulate --checkpoint").doesNotContain("\tat ");
    }
  }

  @Test
  void aMalformedLogEndsWith3AndNamesTheRow() throws IOException {
    var log = folder.resolve("log.csv");
    Files.writeString(log, "timestamp,user,item,kind\nyesterday,1,2,click\n");
    var typed = Typed.run("replay", "--source", "csv", "--path", log.toString());

    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.err()).contains("log.csv");
  }

  @Test
  void aFolderThatCannotBeWrittenFailsBeforeTheRun() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    var typed = Typed.run("simulate", "--out", file.resolve("below").toString());

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("--out");
  }

  @Test
  void scenariosAreListed() {
    assertThat(Typed.run("scenarios").out()).contains("flip", "none");
    assertThat(Typed.run("scenarios", "--json").out()).startsWith("[").contains("\"taste-flip\"");
  }
}
