package dev.roost.api.doctor;

import dev.roost.model.score.ScorerChoice;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/// Examines the machine that this program runs on.
public final class Doctor {

  private Doctor() {}

  /// Examines everything once, the cheapest first.
  ///
  /// @param data the folder of `serve`; need not exist
  /// @param port the port of `serve`
  public static List<Finding> examine(Path data, int port) {
    return List.of(
        Checkup.java(Runtime.version()),
        Checkup.heap(Runtime.getRuntime().maxMemory()),
        Checkup.processors(Runtime.getRuntime().availableProcessors()),
        Checkup.architecture(System.getProperty("os.name"), System.getProperty("os.arch")),
        Checkup.temporaryFolder(Path.of(System.getProperty("java.io.tmpdir"))),
        Checkup.levelDb(),
        Checkup.disk(data),
        Checkup.port(port),
        AkkaVersions.check(AkkaVersions.onClassPath()),
        Checkup.scorer(ScorerChoice.named("auto")),
        Checkup.flags(ManagementFactory.getRuntimeMXBean().getInputArguments()));
  }
}
