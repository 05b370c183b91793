package dev.roost.api.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.simulator.image.ImageException;
import dev.roost.simulator.report.RunReport;
import dev.roost.simulator.run.Checkpoint;
import dev.roost.simulator.run.Fork;
import dev.roost.simulator.run.Fork.Branch;
import dev.roost.simulator.run.Progress;
import dev.roost.simulator.run.Simulation;
import dev.roost.simulator.run.SimulationSettings;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.scenario.DriftKind;
import dev.roost.simulator.scenario.Scenario;
import dev.roost.simulator.scenario.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Worlds that go on from a file, on the real actors; models are trained before it and after it.
final class CheckpointTest {

  private static final String BUILD = "this one";
  private static final Scenario FLIP = flipOn(3);

  @TempDir Path folder = Path.of("");

  private static Scenario flipOn(int day) {
    var flip =
        Drift.sudden(
            DriftKind.TASTE_FLIP, Slice.parse("country=BR"), Duration.ofDays(day));
    return new Scenario("flip-" + day, "flip", "Tastes flip.", List.of(flip));
  }

  private RunReport write(Scenario scenario, int threads, Path file, int day) {
    return Simulation.run(
        SimulationSettings.of(200, 4, 7, threads, false, scenario),
        new ActorPortFactory(),
        Progress.none(),
        file,
        BUILD,
        day);
  }

  private static RunReport resume(Path file, int threads) {
    return Simulation.resume(
        Checkpoint.open(file, BUILD), threads, new ActorPortFactory(), Progress.none());
  }

  private static List<Fork.Outcome> fork(Path file, Branch... branches) {
    return Fork.run(
        Checkpoint.open(file, BUILD),
        List.of(branches),
        null,
        2,
        new ActorPortFactory(),
        Progress.none());
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 2, 2", "2, 2, 1", "2, 1, 2", "3, 2, 2"})
  void aResumedRunIsTheUnbrokenOne(int day, int threadsBefore, int threadsAfter) {
    var file = folder.resolve("world");
    var written = write(FLIP, threadsBefore, file, day);
    var unbroken =
        Simulation.run(
            SimulationSettings.of(200, 4, 7, threadsBefore, false, FLIP),
            new ActorPortFactory(),
            Progress.none());

    assertThat(unbroken.models()).isNotEmpty();
    assertThat(written).isEqualTo(unbroken);
    assertThat(resume(file, threadsAfter)).isEqualTo(unbroken);
  }

  @Test
  void branchesDifferByWhatHappensAndByChanceAndByNothingElse() {
    var file = folder.resolve("world");
    var unbroken = write(FLIP, 2, file, 2);
    var branches =
        fork(
            file,
            new Branch(null, 0),
            new Branch(null, 1),
            new Branch(null, 2),
            new Branch(flipOn(2), 0),
            new Branch(null, 0));

    var digests = branches.stream().map(Fork.Outcome::digest).toList();
    assertThat(digests.getFirst()).isEqualTo(unbroken.digest()).isEqualTo(digests.getLast());
    assertThat(digests.subList(0, 4)).doesNotHaveDuplicates();
    assertThat(branches.getLast().change().value()).isZero();
  }

  @Test
  void aWorldThatAnotherStoryFoundWouldBeTheSame() {
    var none = new Scenario("none", "none", "Nothing.", List.of());
    var file = folder.resolve("world");
    write(none, 2, file, 2);
    var flipped =
        Simulation.run(
            SimulationSettings.of(200, 4, 7, 2, false, FLIP),
            new ActorPortFactory(),
            Progress.none());

    assertThat(fork(file, new Branch(FLIP, 0)).getFirst().digest()).isEqualTo(flipped.digest());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fork(file, new Branch(flipOn(1), 0)))
        .withMessageContaining("onset");
  }

  @Test
  void whatIsNoCheckpointOfThisBuildIsRefused() throws IOException {
    var file = folder.resolve("world");
    write(FLIP, 2, file, 1);
    byte[] whole = Files.readAllBytes(file);
    var other = Files.writeString(folder.resolve("other"), "a text");
    var cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
    for (int at = whole.length / 3; at < whole.length / 3 + 64; at++) {
      whole[at] ^= 0x55;
    }
    var damaged = Files.write(folder.resolve("damaged"), whole);

    refused(() -> Checkpoint.open(file, "another"), "this one", "another");
    refused(() -> Checkpoint.open(other, BUILD), "other", "--checkpoint");
    refused(() -> Checkpoint.open(folder.resolve("none"), BUILD), "none");
    refused(() -> resume(cut, 1), "cut", "write it again");
    refused(() -> resume(damaged, 1), "damaged", "write it again");
  }

  private static void refused(Runnable opening, String... words) {
    assertThatExceptionOfType(ImageException.class)
        .isThrownBy(opening::run)
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }
}
