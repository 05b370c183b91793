package dev.roost.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs what the README tells a reader to type, as it stands there, but for its first two commands:
/// `.ci/run` runs them one after the other, and this test is a part of the second.
final class ReadmeIT {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
  private static final List<String> RUN_BY_CI = List.of("./roost simulate", "./roost test");
  private static final String ENDS_WHAT_IT_STARTED =
      "trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT\n";
  private static final int MOST_MINUTES = 3;

  @TempDir Path folder = Path.of("");

  @Test
  void itsFirstTwoCommandsAreWhatContinuousIntegrationRuns() throws IOException {
    assertThat(blocks().limit(2).map(String::strip)).isEqualTo(RUN_BY_CI);
    assertThat(Files.readAllLines(HOME.resolve(".ci/run")).stream().map(ReadmeIT::command))
        .containsSubsequence(RUN_BY_CI);
  }

  @ParameterizedTest
  @MethodSource("tour")
  void theTourWorksAsWritten(String block) throws IOException, InterruptedException {
    var output = folder.resolve("output").toFile();
    var process =
        new ProcessBuilder("bash", "-o", "pipefail", "-e", "-c", ENDS_WHAT_IT_STARTED + block)
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output);
    process.environment().put("ROOST_BUILD", "never");
    var running = process.start();
    boolean ended = running.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }

    assertThat(ended).as(Files.readString(output.toPath())).isTrue();
    assertThat(running.exitValue()).as(Files.readString(output.toPath())).isZero();
    assertThat(Files.readAllLines(output.toPath()).stream().filter(l -> l.contains("\"digest\"")))
        .as("digests of equal seeds")
        .satisfies(digests -> assertThat(Set.copyOf(digests)).hasSizeLessThanOrEqualTo(1));
  }

  @Test
  void everyFileItNamesIsThere() throws IOException {
    var links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(readme()));
    var named = new ArrayList<String>();
    while (links.find()) {
      named.add(links.group(1));
    }

    assertThat(named).isNotEmpty().allMatch(name -> Files.exists(HOME.resolve(name)));
  }

  /// Returns the command that a line of shell begins with, without what follows if it fails.
  private static String command(String line) {
    return line.split(" \\|\\| ", 2)[0];
  }

  static Stream<String> tour() throws IOException {
    return blocks().skip(RUN_BY_CI.size());
  }

  private static Stream<String> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(readme())).results().map(block -> block.group(1));
  }

  private static Path readme() {
    return HOME.resolve("README.md");
  }
}
