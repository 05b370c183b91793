package dev.roost.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.api.Main;
import dev.roost.api.port.ActorPortFactory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A world that one process writes and another goes on with.
final class CheckpointCommandsTest {

  private static final Pattern DIGEST = Pattern.compile("\"digest\" ?: ?\"([0-9a-f]{64})\"");

  @TempDir Path folder = Path.of("");

  @Test
  void anotherProcessGoesOnAsTheFirstWouldHave() throws IOException, InterruptedException {
    var file = folder.resolve("world");
    var unbroken = written(file);
    var resumed = run("simulate", "--resume", file.toString(), "--json", "--out", out());
    var forked = run("fork", "--from", file.toString(), "--json");
    var reseeded = run("fork", "--from", file.toString(), "--json", "--reseed", "2");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(digest(resumed.out())).isEqualTo(unbroken);
    assertThat(digest(forked.out())).isEqualTo(unbroken);
    assertThat(digest(reseeded.out())).isNotEqualTo(unbroken);
  }

  private static Typed run(String... args) {
    return Typed.run(new Wiring(ActorPortFactory::new, Typed.nothingPluggedIn().service()), args);
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private static String digest(String json) {
    var found = DIGEST.matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group(1);
  }

  /// Has another process write a checkpoint; returns the digest of its whole run.
  private String written(Path file) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var told = folder.resolve("told");
    var command = new ArrayList<String>(List.of(java));
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> flag.startsWith("--"))
            .toList());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(
        List.of(
            "simulate --scenario none --users 200 --days 3 --no-twins --checkpoint-day 2 --json"
                .split(" ")));
    command.addAll(List.of("--checkpoint", file.toString(), "--out", out()));
    var process = new ProcessBuilder(command).redirectOutput(told.toFile()).start();
    assertThat(process.waitFor()).isZero();
    return digest(Files.readString(told));
  }
}
