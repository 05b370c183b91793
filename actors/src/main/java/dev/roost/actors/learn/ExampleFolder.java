package dev.roost.actors.learn;

import dev.roost.model.learn.Example;
import dev.roost.model.train.ExampleFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder of numbered files of examples; for one thread.
///
/// A file has its name once it is finished; what a crash left unfinished is deleted at the next
/// start. Files of other names are left alone.
final class ExampleFolder implements AutoCloseable {

  private static final String UNFINISHED = "examples.tmp";
  private static final Pattern FINISHED = Pattern.compile("examples-(\\d{6})\\.roex");

  private final Path folder;
  private final ExampleLogSettings settings;
  private Optional<ExampleFile.Writer> writer = Optional.empty();
  private int written; // to the file being written
  private int last; // number of the newest file

  /// Opens a folder, which is made if it is not there.
  ExampleFolder(ExampleLogSettings settings) throws IOException {
    this.settings = settings;
    folder = Files.createDirectories(Path.of(settings.dir()));
    Files.deleteIfExists(folder.resolve(UNFINISHED));
    last = finished().stream().mapToInt(ExampleFolder::number).max().orElse(0);
  }

  private List<Path> finished() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> FINISHED.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    }
  }

  private static int number(Path file) {
    var name = FINISHED.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }

  /// Appends examples.
  void add(List<Example> examples) throws IOException {
    for (var example : examples) {
      writer().write(example);
      if (++written == settings.perFile()) {
        close();
      }
    }
  }

  private ExampleFile.Writer writer() throws IOException {
    if (writer.isEmpty()) {
      var file = Files.newOutputStream(folder.resolve(UNFINISHED));
      writer = Optional.of(new ExampleFile.Writer(new BufferedOutputStream(file)));
      written = 0;
    }
    return writer.orElseThrow();
  }

  /// Gives up the file being written, after a failure.
  void abandon() {
    writer = Optional.empty();
  }

  /// Finishes the file being written, if there is one; the oldest give way to it.
  @Override
  public void close() throws IOException {
    if (writer.isEmpty()) {
      return;
    }
    writer.orElseThrow().close();
    writer = Optional.empty();
    last++;
    Files.move(
        folder.resolve(UNFINISHED),
        folder.resolve("examples-%06d.roex".formatted(last)),
        StandardCopyOption.ATOMIC_MOVE);
    var files = finished();
    for (var old : files.subList(0, Math.max(0, files.size() - settings.files()))) {
      Files.delete(old);
    }
  }
}
