package dev.roost.api.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Redis server of our own on a free loopback port, without persistence; it ends with this object
/// or with this process.
public final class RedisServer implements AutoCloseable {

  private static final int MOST_TRIES = 200;
  private static final int MILLIS_A_TRY = 50;

  private final Process process;
  private final Thread killer;
  private final RespClient client;

  private RedisServer(Process process, Thread killer, RespClient client) {
    this.process = process;
    this.killer = killer;
    this.client = client;
  }

  /// Returns the program `redis-server` on the path, if it is there.
  static Optional<Path> find() {
    var path = System.getenv().getOrDefault("PATH", "");
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .map(folder -> Path.of(folder, "redis-server"))
        .filter(RedisServer::isProgram)
        .findFirst();
  }

  /// Returns whether something may be started.
  public static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }

  /// Starts a server and connects to it.
  ///
  /// @throws BenchException.Unusable if it does not start
  static RedisServer start(Path program) {
    try {
      int port = freePort();
      var process = launch(program, port);
      var killer = new Thread(process::destroyForcibly, "redis-killer");
      Runtime.getRuntime().addShutdownHook(killer);
      try {
        return new RedisServer(process, killer, connect(process, port));
      } catch (IOException e) {
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(killer);
        throw e;
      }
    } catch (IOException e) {
      throw new BenchException.Unusable(
          "%s does not start as a Redis server: %s. Name another with --redis, or leave Redis out with --peers."
              .formatted(program, e.getMessage()),
          e);
    }
  }

  private static Process launch(Path program, int port) throws IOException {
    return new ProcessBuilder(
            program.toString(),
            "--port",
            Integer.toString(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no")
        .directory(new File(System.getProperty("java.io.tmpdir")))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static RespClient connect(Process process, int port) throws IOException {
    @Nullable IOException last = null;
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        return RespClient.connect(port);
      } catch (IOException e) {
        last = e;
      }
      if (ended(process)) {
        throw new IOException("it ended with exit code " + process.exitValue());
      }
    }
    throw new IOException(
        "nobody answers on port %d after %d s".formatted(port, MOST_TRIES * MILLIS_A_TRY / 1000),
        last);
  }

  private static boolean ended(Process process) {
    try {
      return process.waitFor(MILLIS_A_TRY, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while Redis was starting", e);
    }
  }

  /// Returns the connection to the server.
  RespClient client() {
    return client;
  }

  /// Returns the bytes that the server has in use.
  long usedBytes() {
    client.begin(2);
    client.word("INFO").word("memory");
    return client
        .finish()
        .lines()
        .filter(line -> line.startsWith("used_memory:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    try {
      client.close();
    } finally {
      process.destroyForcibly();
      process.onExit().join();
      Runtime.getRuntime().removeShutdownHook(killer);
    }
  }
}
