package dev.roost.actors.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderFilesTest {

  private static final String ONE = "1".repeat(64);
  private static final String TWO = "2".repeat(64);

  @TempDir Path folder;

  @Test
  void returnsWhatWasPut() throws IOException {
    var files = new FolderFiles(folder.resolve("models"));

    files.put(ONE, new byte[] {1, 2, 3});
    files.put(ONE, new byte[] {4});

    assertThat(files.get(ONE)).containsExactly(4);
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> files.get(TWO));
  }

  @Test
  void deletesModelsAndWhatIsLeftOfThemAndNothingElse() throws IOException {
    var files = new FolderFiles(folder);
    files.put(ONE, new byte[1]);
    files.put(TWO, new byte[1]);
    Files.createFile(folder.resolve(TWO + ".tmp"));
    Files.createFile(folder.resolve("notes.txt"));
    Files.createDirectory(folder.resolve("other"));

    files.keep(Set.of(ONE));

    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(ONE, "notes.txt", "other");
    }
  }
}
