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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A `serve` in a process of its own, on a free port.
final class ServeProcess implements AutoCloseable {

  private static final int MOST_SECONDS = 60;

  private final Process process;
  private final URI address;

  private ServeProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /// Starts on a folder of facts; returns once the process says where it listens. One that does
  /// not within a minute is killed.
  ///
  /// @param log what the process writes to standard error
  static ServeProcess start(Path data, Path log) throws IOException, InterruptedException {
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
    var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    try {
      return new ServeProcess(process, address(process.inputReader(UTF_8)));
    } catch (IOException | ExecutionException | TimeoutException | RuntimeException e) {
      process.destroyForcibly();
      throw new IOException("the process does not serve: " + Files.readString(log), e);
    }
  }

  private static URI address(BufferedReader out)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    var line = new FutureTask<>(out::readLine);
    Thread.ofVirtual().start(line);
    var said = line.get(MOST_SECONDS, TimeUnit.SECONDS);
    if (said == null) {
      throw new IOException("it ended without a word");
    }
    return URI.create(new ObjectMapper().readTree(said).path("address").asText());
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
