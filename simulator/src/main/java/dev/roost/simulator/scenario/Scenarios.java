package dev.roost.simulator.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The scenarios that can be run: those that come with Roost and those of a folder, by name.
public final class Scenarios {

  /// The scenario of a run that names no other.
  public static final String DEFAULT = "flip";

  private static final List<String> BUILT_IN = List.of("cascade", "flip", "none", "positional");
  private static final String SUFFIX = ".conf";

  private final @Nullable Path folder;

  private Scenarios(@Nullable Path folder) {
    this.folder = folder;
  }

  /// Returns the scenarios that come with Roost.
  public static Scenarios builtIn() {
    return new Scenarios(null);
  }

  /// Returns those that come with Roost and those of a folder's `*.conf` files, which win where
  /// names are equal; a folder that does not exist holds none.
  public static Scenarios with(Path folder) {
    return new Scenarios(folder);
  }

  /// Returns all scenarios, by name.
  ///
  /// @throws ScenarioException if any cannot be used
  public List<Scenario> all() {
    var all = new TreeMap<String, Scenario>();
    BUILT_IN.forEach(name -> all.put(name, readBuiltIn(name)));
    files().forEach((name, file) -> all.put(name, read(name, file)));
    return List.copyOf(all.values());
  }

  /// Returns a scenario.
  ///
  /// @throws ScenarioException if there is none of that name, or it cannot be used
  public Scenario find(String name) {
    var files = files();
    var file = files.get(name);
    if (file != null) {
      return read(name, file);
    }
    if (BUILT_IN.contains(name)) {
      return readBuiltIn(name);
    }
    var names = new TreeMap<>(files).navigableKeySet();
    throw new ScenarioException(
        "no scenario '%s'; there are %s%s, and you can write one as %s"
            .formatted(
                name,
                String.join(", ", BUILT_IN),
                names.isEmpty() ? "" : ", " + String.join(", ", names),
                folder == null ? "a file" : folder.resolve(name + SUFFIX)));
  }

  private Map<String, Path> files() {
    if (folder == null || !Files.isDirectory(folder)) {
      return Map.of();
    }
    var files = new TreeMap<String, Path>();
    try (var stream = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (var file : stream) {
        var fileName = file.getFileName().toString();
        files.put(fileName.substring(0, fileName.length() - SUFFIX.length()), file);
      }
    } catch (IOException e) {
      throw new ScenarioException("cannot list " + folder + ": " + e.getMessage(), e);
    }
    return files;
  }

  private static Scenario read(String name, Path file) {
    try {
      return ScenarioFile.parse(name, file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new ScenarioException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Scenario readBuiltIn(String name) {
    var resource = name + SUFFIX;
    try (var stream = Scenarios.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("not in the jar: " + resource);
      }
      return ScenarioFile.parse(name, resource, new String(stream.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
