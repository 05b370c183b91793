package dev.roost.actors.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Pattern;

/// Files of models in a folder, each named by its hash.
///
/// A file is written under another name, forced to the disk, then given its own: under a hash there
/// is never half a model, unless someone or something else changed it. Files of other names are
/// left alone.
public final class FolderFiles implements ModelFiles {

  private static final String UNFINISHED = ".tmp";
  private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}(\\.tmp)?");
  private static final long MOST_BYTES = 1L << 28; // larger is no model of ours

  private final Path folder;

  /// Returns the files of a folder, which is made when the first is written.
  public FolderFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public void put(String hash, byte[] bytes) throws IOException {
    Files.createDirectories(folder);
    var unfinished = folder.resolve(hash + UNFINISHED);
    try (var file =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        file.write(left);
      }
      file.force(true);
    }
    Files.move(
        unfinished,
        folder.resolve(hash),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true); // the name, too, must outlast a crash
    }
  }

  @Override
  public byte[] get(String hash) throws IOException {
    var file = folder.resolve(hash);
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file + " has more than " + MOST_BYTES + " bytes");
    }
    return Files.readAllBytes(file);
  }

  @Override
  public void keep(Set<String> hashes) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var all = Files.newDirectoryStream(folder)) {
      for (var file : all) {
        var name = String.valueOf(file.getFileName());
        if (OURS.matcher(name).matches() && !hashes.contains(name)) {
          Files.delete(file);
        }
      }
    }
  }
}
