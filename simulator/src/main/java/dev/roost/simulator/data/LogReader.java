package dev.roost.simulator.data;

import java.nio.file.Path;

/// Reads logs of one format.
@FunctionalInterface
interface LogReader {

  /// Reads a whole log.
  ///
  /// @param problems takes the rows that cannot be used
  /// @throws InvalidDataException if a file is missing or cannot be read to its end
  RecordedLog read(Path path, Problems problems);
}
