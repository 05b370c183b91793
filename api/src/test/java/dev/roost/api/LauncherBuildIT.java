package dev.roost.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When the launcher builds, shown on a folder that looks built, with a Maven that only speaks.
final class LauncherBuildIT {

  private static final Instant BUILT = Instant.parse("2026-01-05T00:00:00Z");

  private static final String MAVEN =
      """
      #!/bin/sh
      if ! command -v flock >/dev/null || ! flock -n api/target/roost.lock true; then
        echo ERROR mvn was called, alone
      else
        echo ERROR mvn was called, and may be called again
      fi
      exit 1
      """;

  @TempDir Path home = Path.of("");

  @BeforeEach
  void looksBuilt() throws IOException {
    Files.copy(Path.of("..", "roost"), home.resolve("roost"));
    Files.createDirectories(home.resolve("api/target/lib"));
    for (var source :
        List.of("pom.xml", "api/pom.xml", "api/src/main/Main.java", "config/local.conf")) {
      write(source, "", BUILT.minus(Duration.ofHours(1)));
    }
    date(home.resolve("api/src/main"), BUILT.minus(Duration.ofHours(1)));
    write("api/target/roost-api.jar", "", BUILT);
    write("api/target/roost.stamp", "", BUILT);
    write("bin/mvn", MAVEN, BUILT);
  }

  @Test
  void runsWhatIsBuiltAlready() throws Exception {
    assertThat(roost("--version").out()).contains("dev.roost.api.Main").doesNotContain("building");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "api/pom.xml", "api/src/main/Main.java", "config/local.conf"})
  void buildsWhenSomethingThatIsPackedHasChanged(String packed) throws Exception {
    date(home.resolve(packed), BUILT.plusSeconds(1));

    assertThat(roost("--version").out()).contains("building with", "mvn was called");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "test"})
  void callsMavenWhileNobodyElseMay(String argument) throws Exception {
    Files.delete(home.resolve("api/target/roost.stamp"));

    assertThat(roost(argument).out()).contains("mvn was called, alone");
  }

  @Test
  void testsAreSummedUpAsOneDocumentForAProgram() throws Exception {
    var typed = roost("test", "--json");

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.out())
        .contains("mvn was called")
        .endsWith("{\"passed\":0,\"failed\":0,\"skipped\":0}\n");
  }

  @Test
  void whatTheTestsDoNotTakeIsAnErrorOfUsage() throws Exception {
    var typed = roost("test", "--fast");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.out()).contains("--fast").doesNotContain("mvn was called");
  }

  private Launched roost(String... arguments) throws IOException, InterruptedException {
    var command = new String[arguments.length + 1];
    command[0] = home.resolve("roost").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    var path = home.resolve("bin") + ":" + System.getenv("PATH");
    return Launched.run(
        home,
        Map.of("PATH", path, "ROOST_JAVA_HOME", System.getProperty("java.home"), "ROOST_BUILD", ""),
        command);
  }

  private void write(String name, String text, Instant at) throws IOException {
    var file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    date(file, at);
  }

  private static void date(Path file, Instant at) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(at));
  }
}
