package dev.roost.api.cli;

import dev.roost.actors.image.NodeImage;
import dev.roost.api.port.ActorPort;
import dev.roost.model.chance.Chance;
import dev.roost.simulator.image.Build;
import dev.roost.simulator.image.GraphCodec;
import dev.roost.simulator.run.Checkpoint;
import java.nio.file.Path;
import java.util.List;

/// Checkpoint files as this build reads and writes them.
final class Checkpoints {

  private Checkpoints() {}

  /// Returns the fingerprint of the code whose objects are in a checkpoint.
  static String build() {
    return Build.fingerprint(
        List.of(Chance.class, NodeImage.class, GraphCodec.class, ActorPort.class));
  }

  /// Opens a file.
  static Checkpoint open(Path file) {
    return Checkpoint.open(file, build());
  }
}
