package dev.roost.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.simulator.world.Examination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenariosTest {

  private static final String GOOD =
      """
      title = "late flip"
      description = "Germany changes its mind."
      drifts = [
        { kind = taste-flip, country = DE, onset = 5d, ramp = 2d, magnitude = 1 }
      ]
      """;

  @TempDir private Path folder;

  @Test
  void theDefaultFlipsBrazilOnDayEleven() {
    var flip = Scenarios.builtIn().find(Scenarios.DEFAULT);

    assertThat(flip.drifts()).hasSize(1);
    assertThat(flip.drifts().getFirst().onset()).isEqualTo(Duration.ofDays(11));
    assertThat(flip.drifts().getFirst().slice()).isEqualTo("country=BR");
    assertThat(Scenarios.builtIn().find("none").isControl()).isTrue();
  }

  @Test
  void aScenarioMaySayHowPeopleLookDownAFeed() {
    var builtIn = Scenarios.builtIn();

    assertThat(builtIn.find("none").examination()).isEqualTo(Examination.usual());
    assertThat(builtIn.find("positional").examination()).isEqualTo(new Examination(0.97, 0.3, 0));
    assertThat(builtIn.find("cascade").examination()).isEqualTo(new Examination(0.97, 0, 0.8));
  }

  @Test
  void filesOfAFolderAreListedBesideThoseThatComeWithRoost() throws IOException {
    Files.writeString(folder.resolve("late.conf"), GOOD);
    Files.writeString(folder.resolve("notes.txt"), "no scenario");

    assertThat(Scenarios.with(folder).all())
        .extracting(Scenario::name)
        .containsExactly("cascade", "flip", "late", "none", "positional");
    assertThat(Scenarios.with(folder).find("late").drifts())
        .containsExactly(new Drift.TasteFlip("DE", Duration.ofDays(5), Duration.ofDays(2), 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind = taste-flip | kind = shrug    | 4: no drift of kind 'shrug'; choose one of [taste-flip]
          country = DE      | country = De    | 4: country must be two capitals, such as BR: De
          magnitude = 1     | magnitude = 2   | 4: magnitude must be above 0 and at most 1: 2.0
          magnitude = 1     | magnitude = NaN | 4: magnitude must be above 0 and at most 1: NaN
          onset = 5d        | onset = soon    | onset
          ramp = 2d,        |                 | No configuration setting found for key 'ramp'
          ramp = 2d         | rump = 2d       | 4: unknown key 'rump'; known are [country, kind
          title =           | titel =         | 1: unknown key 'titel'; known are [description, drifts
          drifts = [        | drifts = (      | late.conf: 4: expecting a close
          """)
  void refusesABadScenarioWithPlaceAndRemedy(String good, String bad, String message)
      throws IOException {
    var file = folder.resolve("late.conf");
    Files.writeString(file, GOOD.replace(good, bad == null ? "" : bad));

    assertThatThrownBy(() -> Scenarios.with(folder).find("late"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThatThereAre() {
    assertThatThrownBy(() -> Scenarios.with(folder).find("flipp"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "no scenario 'flipp'; there are cascade, flip, none, positional, and you can write one as "
                + folder.resolve("flipp.conf"));
  }
}
