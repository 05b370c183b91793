package dev.roost.actors.registry;

import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.rank.ModelFile;
import dev.roost.model.rank.RankingModel;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/// Writes models to files and reads them back, away from the caller's thread. What was read is
/// checked: its hash, the schema it scores, and that all its numbers are finite.
final class ModelShelf {

  private final ModelFiles files;
  private final Executor executor;

  ModelShelf(ModelFiles files, Executor executor) {
    this.files = files;
    this.executor = executor;
  }

  /// A model as it came back from its file.
  record Shelved(String hash, ModelFile.Reading reading) {}

  /// Writes a model, and reads it again as a restarted node would.
  CompletionStage<Shelved> put(RankingModel model) {
    return CompletableFuture.supplyAsync(
        () -> {
          byte[] bytes = ModelFile.write(model);
          var hash = ModelFile.hash(bytes);
          try {
            files.put(hash, bytes);
          } catch (IOException e) {
            return new Shelved(hash, new ModelFile.Refused("file cannot be written: " + e));
          }
          return new Shelved(hash, read(hash));
        },
        executor);
  }

  /// Reads a model.
  CompletionStage<ModelFile.Reading> get(String hash) {
    return CompletableFuture.supplyAsync(() -> read(hash), executor);
  }

  private ModelFile.Reading read(String hash) {
    try {
      return ModelFile.read(files.get(hash), hash, FeatureSchema.standard());
    } catch (IOException e) {
      return new ModelFile.Refused("file cannot be read: " + e);
    }
  }

  /// Deletes all files but these; completes with what went wrong, empty if nothing did.
  CompletionStage<String> keep(Set<String> hashes) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            files.keep(hashes);
            return "";
          } catch (IOException e) {
            return e.toString();
          }
        },
        executor);
  }
}
