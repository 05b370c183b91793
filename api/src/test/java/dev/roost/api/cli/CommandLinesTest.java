package dev.roost.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLinesTest {

  @Test
  void helpListsEveryCommandAndExitCode() {
    var typed = Typed.run("--help");

    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .contains(
            "simulate",
            "fork",
            "replay",
            "calibrate",
            "serve",
            "models",
            "bench",
            "scenarios",
            "doctor",
            "test");
    for (var code : ExitCode.values()) {
      assertThat(typed.out()).contains("  " + code.number()).contains(code.meaning());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simulate",
        "fork",
        "replay",
        "calibrate",
        "serve",
        "models",
        "bench",
        "scenarios",
        "doctor",
        "test"
      })
  void everyCommandHasHelp(String command) {
    var typed = Typed.run(command, "--help");

    assertThat(typed.code()).isZero();
    assertThat(typed.out()).startsWith("Usage: ./roost " + command).contains("--json", "--verbose");
  }

  @Test
  void versionNamesRoostAndJava() {
    assertThat(Typed.run("--version").out()).startsWith("roost ").contains("Java 25");
  }

  @Test
  void suggestsWhatWasMeant() {
    var option = Typed.run("doctor", "--prot", "1");
    var command = Typed.run("docter");

    assertThat(option.code()).isEqualTo(2);
    assertThat(option.err()).contains("--port");
    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).contains("doctor");
  }

  @Test
  void aMissingCommandIsAnErrorOfUsage() {
    var typed = Typed.run();

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("./roost simulate");
  }

  @Test
  void theLauncherRunsTheTests() {
    var typed = Typed.run("test");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .isEqualToIgnoringNewLines(
            "roost: the tests are started by the launcher: run './roost test'.");
  }

  @Test
  void tracesAreShownOnlyWhenAskedFor() {
    assertThat(Typed.run("test").err()).doesNotContain("\tat ");
    assertThat(Typed.run("test", "--verbose").err()).contains("\tat ");
  }
}
