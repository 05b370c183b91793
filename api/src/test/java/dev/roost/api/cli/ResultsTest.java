package dev.roost.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsTest {

  @TempDir Path folder = Path.of("");

  @Test
  void replacesWhatAnEarlierRunWrote() throws IOException {
    Results.write(folder, "--out", Map.of("report.json", "earlier"));
    Results.write(folder, "--out", Map.of("report.json", "later", "report.html", "page"));

    assertThat(folder.resolve("report.json")).hasContent("later");
    assertThat(folder.resolve("report.html")).hasContent("page");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void touchesNothingThatAnotherRunIsWriting() throws IOException {
    var other = Files.writeString(folder.resolve(".report.json"), "half of it");
    Results.write(folder, "--out", Map.of("report.json", "whole"));

    assertThat(other).hasContent("half of it");
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    Files.createDirectories(folder.resolve("report.json/something"));

    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> Results.write(folder, "--out", Map.of("report.json", "whole")));
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }
}
