package dev.roost.simulator.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The scenarios that can be run: those that come with Roost and those of a folder, by name.
public final class Scenarios {

  /// The scenario of a run that names no other.
  public static final String DEFAULT = "flip";

  private static final List<String> FILES =
      List.of("cascade", "flip", "none", "positional", "still");
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
    builtInNames().forEach(name -> all.put(name, readBuiltIn(name)));
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
    if (builtInNames().contains(name)) {
      return readBuiltIn(name);
    }
    throw unknown(name);
  }

  /// Returns the text of a scenario's file, from which another can be made.
  ///
  /// @throws ScenarioException if there is none of that name
  public String text(String name) {
    var file = files().get(name);
    if (file != null) {
      return readText(file);
    }
    if (builtInNames().contains(name)) {
      return builtInText(name);
    }
    throw unknown(name);
  }

  private ScenarioException unknown(String name) {
    var names = builtInNames();
    names.addAll(files().keySet());
    return new ScenarioException(
        "no scenario '%s'; there are %s, and you can write one as %s"
            .formatted(
                name,
                String.join(", ", names),
                folder == null ? "a file" : folder.resolve(name + SUFFIX)));
  }

  /// Returns the scenarios that come with Roost: those of files, and one of each kind of drift.
  private static Set<String> builtInNames() {
    var names = new TreeSet<>(FILES);
    for (var kind : DriftKind.values()) {
      names.add(kind.label());
    }
    return names;
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
    return ScenarioFile.parse(name, file.toString(), readText(file));
  }

  private static String readText(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ScenarioException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Scenario readBuiltIn(String name) {
    return ScenarioFile.parse(name, name + SUFFIX, builtInText(name));
  }

  private static String builtInText(String name) {
    return FILES.contains(name)
        ? resource(name + SUFFIX)
        : KindFile.text(DriftKind.named(name).orElseThrow());
  }

  private static String resource(String name) {
    try (var stream = Scenarios.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
