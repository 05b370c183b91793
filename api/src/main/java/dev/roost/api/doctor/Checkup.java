package dev.roost.api.doctor;

import dev.roost.model.score.ScorerChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The single examinations; each takes what it judges, so that a test can show it a sick machine.
final class Checkup {

  private static final int JAVA = 25;
  private static final long MIB = 1 << 20;
  private static final long LEAST_HEAP_MIB = 1_500;
  private static final long LEAST_DISK_MIB = 1_024;

  private Checkup() {}

  static Finding java(Runtime.Version version) {
    return version.feature() == JAVA
        ? Finding.ok("Java", version.toString())
        : Finding.wrong(
            "Java", version.toString(), "install a JDK 25 and set ROOST_JAVA_HOME to it.");
  }

  static Finding heap(long maxBytes) {
    long mib = maxBytes / MIB;
    return mib >= LEAST_HEAP_MIB
        ? Finding.ok("heap", mib + " MiB at most")
        : Finding.weak(
            "heap",
            mib + " MiB at most",
            "the default simulation wants " + LEAST_HEAP_MIB + " MiB: set ROOST_JVM_OPTS=-Xmx2g.");
  }

  static Finding processors(int count) {
    return count >= 2
        ? Finding.ok("processors", count + " available")
        : Finding.weak("processors", "only one", "runs will take about twice as long as told.");
  }

  static Finding architecture(String system, String architecture) {
    var found = system + " on " + architecture;
    boolean arm = architecture.equals("aarch64") || architecture.startsWith("arm");
    return arm
        ? Finding.weak(
            "architecture",
            found,
            "the embedded journal has no library for ARM: 'serve' and '--durable' need PostgreSQL.")
        : Finding.ok("architecture", found);
  }

  /// Runs a script from the folder, since the native library of LevelDB is loaded from there.
  static Finding temporaryFolder(Path folder) {
    var name = "temporary folder";
    try {
      var script = Files.createTempFile(folder, "roost-doctor", ".sh");
      try {
        Files.writeString(script, "#!/bin/sh\nexit 0\n");
        if (!script.toFile().setExecutable(true)) {
          return notExecutable(name, folder);
        }
        return runs(script)
            ? Finding.ok(name, folder + " can execute")
            : notExecutable(name, folder);
      } finally {
        Files.delete(script);
      }
    } catch (IOException e) {
      return Finding.wrong(
          name,
          folder + " cannot be written",
          "set ROOST_JVM_OPTS=-Djava.io.tmpdir=FOLDER to one that can.");
    }
  }

  private static boolean runs(Path script) {
    try {
      var process = new ProcessBuilder(script.toString()).inheritIO().start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Finding notExecutable(String name, Path folder) {
    return Finding.wrong(
        name,
        folder + " does not execute files (mounted noexec?)",
        "set ROOST_JVM_OPTS=-Djava.io.tmpdir=FOLDER to a folder that does; LevelDB is loaded from it.");
  }

  static Finding levelDb() {
    try {
      Class.forName("org.fusesource.leveldbjni.JniDBFactory");
      return Finding.ok("LevelDB", "native library loaded");
    } catch (ClassNotFoundException | LinkageError e) {
      return Finding.weak(
          "LevelDB",
          "native library not loaded: " + e,
          "'serve' and 'simulate --durable' will not start; see the temporary folder above.");
    }
  }

  static Finding disk(Path data) {
    var existing = nearestExisting(data.toAbsolutePath().normalize());
    try {
      long mib = Files.getFileStore(existing).getUsableSpace() / MIB;
      var found = mib + " MiB free for " + data;
      return mib >= LEAST_DISK_MIB
          ? Finding.ok("disk", found)
          : Finding.wrong("disk", found, "free 1 GiB: a full disk kills the embedded journal.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path nearestExisting(Path path) {
    var parent = path.getParent();
    return parent == null || Files.exists(path) ? path : nearestExisting(parent);
  }

  static Finding port(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return Finding.ok("port", port + " is free");
    } catch (IOException e) {
      return Finding.weak(
          "port",
          port + " is taken (" + e.getMessage() + ")",
          "give 'serve' another one with --port.");
    }
  }

  static Finding scorer(ScorerChoice choice) {
    var found = choice.scorer() + ": " + choice.reason();
    return choice.vector()
        ? Finding.ok("scorer", found)
        : Finding.weak(
            "scorer", found, "ranking takes some times as long; start Roost with ./roost.");
  }

  static Finding flags(List<String> given) {
    return given.contains("--enable-native-access=ALL-UNNAMED")
        ? Finding.ok("JVM flags", "those of the launcher")
        : Finding.weak("JVM flags", "not those of the launcher", "start Roost with ./roost.");
  }
}
