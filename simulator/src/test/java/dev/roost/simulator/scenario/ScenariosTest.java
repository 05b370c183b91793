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
import org.junit.jupiter.params.provider.EnumSource;

final class ScenariosTest {

  private static final String GOOD =
      """
      title = "late flip"
      description = "Germany changes its mind."
      drifts = [
        { kind = taste-flip, slice = "country=DE", onset = 5d, ramp { shape = gradual, over = 2d }, magnitude = 1 }
      ]
      """;

  @TempDir private Path folder;

  @Test
  void theDefaultFlipsBrazilOnDayEleven() {
    var flip = Scenarios.builtIn().find(Scenarios.DEFAULT);

    assertThat(flip.drifts()).hasSize(1);
    assertThat(flip.drifts().getFirst().onset()).isEqualTo(Duration.ofDays(11));
    assertThat(flip.drifts().getFirst().slice().label()).isEqualTo("country=BR");
    assertThat(Scenarios.builtIn().find("none").isControl()).isTrue();
  }

  @Test
  void aScenarioMaySayHowPeopleLookDownAFeed() {
    var builtIn = Scenarios.builtIn();

    assertThat(builtIn.find("none").world().reading()).isEqualTo(new Examination(0.97, 0.06, 0));
    assertThat(builtIn.find("positional").world().reading())
        .isEqualTo(new Examination(0.97, 0.3, 0));
    assertThat(builtIn.find("cascade").world().reading()).isEqualTo(new Examination(0.97, 0, 0.8));
  }

  @Test
  void filesOfAFolderAreListedBesideThoseThatComeWithRoost() throws IOException {
    Files.writeString(folder.resolve("late.conf"), GOOD);
    Files.writeString(folder.resolve("notes.txt"), "no scenario");

    assertThat(Scenarios.with(folder).all())
        .extracting(Scenario::name)
        .contains("cascade", "flip", "late", "none", "positional", "taste-flip", "viral-post")
        .isSorted();
    var late = Scenarios.with(folder).find("late").drifts().getFirst();
    assertThat(late.slice().label()).isEqualTo("country=DE");
    assertThat(late.ramp()).isEqualTo(new Ramp.Gradual(Duration.ofDays(2)));
    assertThat(late.whole()).isEqualTo(Duration.ofDays(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind = taste-flip | kind = shrug        | 4: no drift of kind 'shrug'; choose one of activity-level
          "country=DE"      | "country=XX"        | 4: no country 'XX' in the world, so the slice matches nobody
          "country=DE"      | "planet=Mars"       | 4: a slice is all, country=BR
          magnitude = 1     | magnitude = 2       | 4: magnitude must be above 0 and at most 1: 2.0
          magnitude = 1     | magnitude = NaN     | 4: magnitude must be above 0 and at most 1: NaN
          magnitude = 1     | until = 4d          | 4: until must be later than the onset
          onset = 5d        | onset = soon        | onset
          onset = 5d,       |                     | No configuration setting found for key 'onset'
          over = 2d         | over = 0s           | 4: over must be at least a second: PT0S
          shape = gradual   | shape = steep       | 4: no ramp 'steep'; choose sudden, gradual
          over = 2d         | rate = 2d           | 4: unknown key 'rate'; known are [over, shape]
          ramp {            | rump {              | 4: unknown key 'rump'; known are [kind, magnitude
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
        .hasMessageContaining("; there are activity-level, age-mix")
        .hasMessageEndingWith("and you can write one as " + folder.resolve("flipp.conf"));
  }

  @ParameterizedTest
  @EnumSource(DriftKind.class)
  void eachKindHasAFileThatSaysWhatItsOptionsMean(DriftKind kind) {
    var scenario = Scenarios.builtIn().find(kind.label());
    var drift = scenario.drifts().getFirst();

    assertThat(drift.kind()).isEqualTo(kind);
    assertThat(drift.options()).isEqualTo(Options.usual(kind));
    assertThat(scenario.isControl()).isEqualTo(kind.isControl());
    kind.options()
        .forEach(
            option ->
                assertThat(Scenarios.builtIn().text(kind.label()))
                    .containsIgnoringCase(option.meaning()));
  }

  @Test
  void refusesTwoDriftsThatTurnTheSameForTheSamePeopleAtTheSameTime() throws IOException {
    var file = folder.resolve("both.conf");
    Files.writeString(
        file,
        """
        title = "both"
        description = "Up and down at once."
        drifts = [
          { kind = activity-level, onset = 5d, factor = 2 }
          { kind = holiday, slice = "country=BR", onset = 6d }
        ]
        """);

    assertThatThrownBy(() -> Scenarios.with(folder).find("both"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith(file + ": 5: contradicts the drift of " + file + ": 4")
        .hasMessageContaining("both turn 'activity' for all and country=BR")
        .hasMessageContaining("let the first end before the second begins");
  }

  @Test
  void aScenarioMayChangeAnyParameterOfTheWorldWithinItsRange() throws IOException {
    Files.writeString(folder.resolve("late.conf"), GOOD + "world { taste { walk = 0.5 } }");
    assertThat(Scenarios.with(folder).find("late").world().taste().walk()).isEqualTo(0.5);

    Files.writeString(folder.resolve("late.conf"), GOOD + "world { taste { walk = 2 } }");
    assertThatThrownBy(() -> Scenarios.with(folder).find("late"))
        .hasMessageContaining("walk must be from 0.0 to 1.0: 2.0");

    Files.writeString(folder.resolve("late.conf"), GOOD + "world { taste { wallk = 0.5 } }");
    assertThatThrownBy(() -> Scenarios.with(folder).find("late"))
        .hasMessageContaining("6: unknown key 'wallk'; known are [age, community");
  }
}
