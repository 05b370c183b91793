package dev.roost.simulator.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats of logs that can be replayed.
public enum LogSource {
  /// Articles sharing and reading from CI&T DeskDrop; see [DeskdropReader].
  DESKDROP,
  /// HetRec 2011 Last.FM; see [LastfmReader].
  LASTFM,
  /// CiaoDVD; see [CiaodvdReader].
  CIAODVD,
  /// A file of one's own; see [OwnLogReader].
  CSV;

  /// Returns the source of a name such as `deskdrop`, in any case.
  public static Optional<LogSource> parse(String name) {
    return Arrays.stream(values())
        .filter(source -> source.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /// Reads and validates a whole log.
  ///
  /// @param path the folder of the data set, or the file itself
  /// @param maxErrors malformed rows to skip, at least 0; each is counted
  /// @throws InvalidDataException if there are more, or a file is missing, cut short or no text
  public RecordedLog read(Path path, int maxErrors) {
    if (maxErrors < 0) {
      throw new IllegalArgumentException("maxErrors must be at least 0: " + maxErrors);
    }
    var problems = new Problems();
    var log = reader().read(path, problems);
    problems.requireAtMost(maxErrors);
    if (log.events().isEmpty()) {
      throw problems.fatal(path.toString(), 0, "there is no event", "give a log with events");
    }
    return log;
  }

  private LogReader reader() {
    return switch (this) {
      case DESKDROP -> new DeskdropReader();
      case LASTFM -> new LastfmReader();
      case CIAODVD -> new CiaodvdReader();
      case CSV -> new OwnLogReader();
    };
  }

  /// Returns the name by which [#parse] finds it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
