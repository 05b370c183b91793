package dev.roost.api.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A `serve` in a process of its own, on a free port.
final class ServeProcess implements AutoCloseable {

  private final Process process;
  private final Path log;
  private final URI address;

  private ServeProcess(Process process, Path log) throws IOException {
    this.process = process;
    this.log = log;
    address = address(process.inputReader(UTF_8));
  }

  /// Starts on a folder of facts; returns once the process says where it listens.
  ///
  /// @param log what the process writes to standard error
  static ServeProcess start(Path data, Path log) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1", // short lives: the quick compiler pays
            "-Xmx512m",
            "-Dlogback.configurationFile=" + Path.of("../config/logback.xml").toAbsolutePath(),
            "-cp",
            System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path", "")),
            "dev.roost.api.Main"));
    command.addAll(List.of("serve", "--json", "--port", "0", "--data", data.toString()));
    return new ServeProcess(new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
  }

  private URI address(BufferedReader out) throws IOException {
    var line = out.readLine(); // ends with the process, if nothing is said
    if (line == null) {
      process.destroyForcibly();
      throw new IOException("the process ended without a word: " + Files.readString(log));
    }
    return URI.create(new ObjectMapper().readTree(line).path("address").asText());
  }

  URI address() {
    return address;
  }

  /// Ends the process with SIGKILL, which it cannot notice.
  void kill() {
    try {
      process.destroyForcibly();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a killed process lives on: " + process.pid());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a process was dying", e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
