package dev.roost.actors.registry;

import static dev.roost.actors.registry.TrialModels.RATE;
import static dev.roost.actors.registry.TrialModels.foretelling;
import static dev.roost.model.registry.Stage.CANARY;
import static dev.roost.model.registry.Stage.CHAMPION;
import static dev.roost.model.registry.Stage.OFFERED;
import static dev.roost.model.registry.Stage.REFUSED;
import static dev.roost.model.registry.Stage.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestartTest {

  @TempDir Path folder;

  private TrialBench start() {
    return new TrialBench(folder.resolve("journal"), new FolderFiles(folder.resolve("models")));
  }

  private Path file(TrialBench bench, String version) {
    var hash = bench.book().find(version).orElseThrow().offer().hash();
    return folder.resolve("models").resolve(hash);
  }

  /// Leaves a node behind whose second model ranks.
  private Path[] twoModels() {
    try (var bench = start()) {
      bench.offer(foretelling("m1", RATE));
      bench.offer(foretelling("m2", RATE));
      bench.order(to -> new ModelRegistry.Promote("m2", bench.now(), to));
      return new Path[] {file(bench, "m1"), file(bench, "m2")};
    }
  }

  private static void cutOff(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
  }

  @Test
  void keepsTheChampionAndTheHistory() {
    twoModels();

    try (var bench = start()) {
      assertThat(bench.installed()).containsExactly("place of m2, keep ", "rank m2");
      assertThat(bench.resumed()).containsExactly(List.of("m1", "m2"));
      assertThat(bench.stages("m1")).containsExactly(OFFERED, CHAMPION, RETIRED);
      assertThat(bench.stages("m2")).endsWith(CHAMPION);
      assertThat(bench.book().predecessor()).isEqualTo("m1");
    }
  }

  @Test
  void goesOnWithACanaryForTheSameShareOfReaders() {
    try (var bench = start()) {
      bench.offer(foretelling("m1", RATE));
      bench.answerIncident(foretelling("m2", RATE));
    }

    try (var bench = start()) {
      assertThat(bench.installed()).endsWith("place of m2, keep of m1", "rank m1 and m2 for 0.5");
      assertThat(bench.book().challenger()).isEqualTo("m2");
      assertThat(bench.stages("m2")).containsExactly(OFFERED, CANARY);
    }
  }

  @Test
  void ranksWithThePredecessorWhereTheChampionCannotBeRead() throws IOException {
    cutOff(twoModels()[1]);

    try (var bench = start()) {
      assertThat(bench.installed()).containsExactly("place of m1, keep ", "rank m1");
      assertThat(bench.stages("m2")).endsWith(CHAMPION, REFUSED);
      assertThat(bench.reason("m2")).contains("bytes are not those named");
      assertThat(bench.stages("m1")).endsWith(RETIRED, CHAMPION);
    }
  }

  @Test
  void ranksWithNothingWhereNoFileCanBeRead() throws IOException {
    var files = twoModels();
    cutOff(files[0]);
    Files.delete(files[1]);

    try (var bench = start()) {
      assertThat(bench.installed()).isEmpty();
      assertThat(bench.book().champion()).isEmpty();
      assertThat(bench.reason("m2")).contains("cannot be read");
      assertThat(bench.reason("m1")).contains("bytes are not those named");
    }
  }

  @Test
  void filesAreBoundedAndThoseInUseStay() throws IOException {
    var files = twoModels();

    try (var bench = start()) {
      for (int i = 3; i < 9; i++) {
        bench.offer(TrialModels.ofAnotherSchema("m" + i));
      }

      try (var left = Files.list(folder.resolve("models"))) {
        assertThat(left).hasSize(4).contains(files); // two in use, the newest two
      }
    }
  }
}
