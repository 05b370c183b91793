package dev.roost.api.cli;

import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.rank.ModelFile;
import dev.roost.model.rank.RankingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads model files that a person named.
final class ModelFiles {

  private ModelFiles() {}

  /// Returns the bytes of a file that was read.
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.INVALID_DATA, file + " cannot be read.", e);
    }
  }

  /// Returns the model of a file.
  ///
  /// @throws CommandFailure if the file is not there or holds none that can be used
  static RankingModel read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return switch (ModelFile.read(bytes, ModelFile.hash(bytes), FeatureSchema.standard())) {
        case ModelFile.Sound(var sound) -> sound;
        case ModelFile.Refused(var reason) ->
            throw new CommandFailure(ExitCode.INVALID_DATA, file + ": " + reason + ".");
      };
    } catch (NoSuchFileException e) {
      throw new CommandFailure(
          ExitCode.INVALID_DATA, file + " does not exist; './roost train' writes a model.", e);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.INVALID_DATA, file + " cannot be read.", e);
    }
  }
}
