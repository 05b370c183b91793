package dev.roost.api.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes what a run found; a file is there as a whole or not at all.
final class Results {

  private Results() {}

  /// Fails at once where a run would fail at its end.
  ///
  /// @throws CommandFailure if the folder cannot be written to
  static void requireWritable(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".roost", ""));
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /// Writes files by name into a folder that exists.
  static void write(Path folder, Map<String, String> files) {
    try {
      for (var file : files.entrySet()) {
        var whole = Files.writeString(folder.resolve("." + file.getKey()), file.getValue());
        Files.move(whole, folder.resolve(file.getKey()), REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  private static CommandFailure cannotWrite(Path folder, IOException e) {
    return new CommandFailure(
        ExitCode.FAILURE,
        "cannot write to the folder " + folder + ": choose another with --out.",
        e);
  }
}
