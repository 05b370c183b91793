package dev.roost.simulator;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// Finds the real data sets, which are not part of the project.
public final class SharedData {

  private SharedData() {}

  /// Returns the folder of a data set, or skips the test and says so if it is absent.
  ///
  /// Looked up in `$ROOST_DATA`, else in `../shared/data` from the project's root.
  public static Path folder(String name) {
    return Stream.of(System.getenv("ROOST_DATA"), "../shared/data", "../../shared/data")
        .filter(Objects::nonNull)
        .map(root -> Path.of(root, name))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseGet(() -> skipped(name));
  }

  private static Path skipped(String name) {
    String message =
        "SKIPPED: no data set " + name + "; set ROOST_DATA to the folder that holds it";
    System.err.println(message);
    return abort(message);
  }
}
