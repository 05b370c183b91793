package dev.roost.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What came of a command that ran in a process of its own.
///
/// @param out what it wrote, errors included
record Launched(int code, String out) {

  private static final int MOST_SECONDS = 60;

  /// Runs a command; one that hangs is killed with everything that it started.
  ///
  /// @throws AssertionError if it does not end in a minute; the message holds what it wrote
  static Launched run(Path where, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("launched", ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(String.join(" ", command) + " hangs: " + Files.readString(output));
      }
      return new Launched(process.exitValue(), Files.readString(output));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
