package dev.roost.api.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/// Writes what a run found; a file is there as a whole or not at all.
final class Results {

  private Results() {}

  /// Fails at once where a run would fail at its end.
  ///
  /// @param option that named the folder
  /// @throws CommandFailure if the folder cannot be written to
  static void requireWritable(Path folder, String option) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".roost", ""));
    } catch (IOException e) {
      throw cannotWrite(folder, option, e);
    }
  }

  /// Writes files by name into a folder that exists.
  ///
  /// @param option that named the folder
  static void write(Path folder, String option, Map<String, String> files) {
    try {
      for (var file : files.entrySet()) {
        write(folder, folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw cannotWrite(folder, option, e);
    }
  }

  /// Writes beside the file first, under a name of its own: another run may write there, too.
  private static void write(Path folder, Path file, String text) throws IOException {
    var whole = folder.resolve("." + UUID.randomUUID() + "-" + file.getFileName());
    try {
      Files.writeString(whole, text);
      Files.move(whole, file, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static CommandFailure cannotWrite(Path folder, String option, IOException e) {
    return new CommandFailure(
        ExitCode.FAILURE,
        "cannot write to the folder " + folder + ": choose another with " + option + ".",
        e);
  }
}
