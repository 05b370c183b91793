package dev.roost.api.cli;

import dev.roost.model.learn.Example;
import dev.roost.model.train.ExampleFile;
import dev.roost.model.train.UnreadableExamplesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Files of examples that a person named.
final class ExampleFiles {

  private static final String SUFFIX = ".roex";

  private ExampleFiles() {}

  /// Returns the examples of all files, and of all in folders.
  ///
  /// @throws CommandFailure if a file is not there or holds none that can be used
  static List<Example> read(List<Path> files) {
    var examples = new ArrayList<Example>();
    for (var file : files) {
      for (var each : Files.isDirectory(file) ? in(file) : List.of(file)) {
        examples.addAll(read(each));
      }
    }
    if (examples.isEmpty()) {
      throw new CommandFailure(ExitCode.INVALID_DATA, "there are no examples in " + files + ".");
    }
    return examples;
  }

  /// Returns the settings of a recommender that writes examples to a folder, none for null.
  static Map<String, ?> writtenTo(@Nullable Path folder) {
    return folder == null
        ? Map.of()
        : Map.of(
            "roost.examples.dir", folder.toString(), "roost.examples.files", Integer.MAX_VALUE);
  }

  /// Fails at once where a run would fail later.
  ///
  /// @throws CommandFailure if the folder cannot be written to, or holds examples of another run
  static void requireWritable(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    Results.requireWritable(folder, "--examples");
    if (!in(folder).isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          folder + " holds examples already; choose another folder with --examples.");
    }
  }

  private static List<Path> in(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.INVALID_DATA, folder + " cannot be read.", e);
    }
  }

  private static List<Example> read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return ExampleFile.read(in).stream().filter(Example::competed).toList();
    } catch (NoSuchFileException e) {
      throw new CommandFailure(
          ExitCode.INVALID_DATA,
          file + " does not exist; './roost simulate --no-twins --examples DIR' writes some.",
          e);
    } catch (UnreadableExamplesException e) {
      throw new CommandFailure(ExitCode.INVALID_DATA, file + ": " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.INVALID_DATA, file + " cannot be read: " + e, e);
    }
  }
}
