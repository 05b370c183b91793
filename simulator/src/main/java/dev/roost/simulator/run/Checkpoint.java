package dev.roost.simulator.run;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.roost.simulator.image.ImageException;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.world.Fate;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// A file that holds one world and its recommender as they are at the beginning of a tick.
///
/// A zip file of three entries, each with its checksum. `about` holds Java properties in UTF-8:
/// `format`, `build`, `scenario`, `users`, `days`, `seed`, `tick` and `digest`; `world` and
/// `recommender` are graphs of objects. Only the build that wrote it reads it, as often as one
/// likes; it is trusted as that build is.
///
/// @param file where it is
/// @param scenario name of the story of the world
/// @param days that the run was to last
/// @param tick the next one
/// @param digest of all ticks before
public record Checkpoint(
    Path file, String scenario, int users, int days, long seed, int tick, String digest) {

  private static final String FORMAT = "roost-checkpoint-1";
  private static final String ABOUT = "about";

  /// Reads what a file is about.
  ///
  /// @param build of the code that will go on from it
  /// @throws ImageException if it is no checkpoint, is damaged, or is of another build
  public static Checkpoint open(Path file, String build) {
    try (var from = stream(file)) {
      var about = about(file, from);
      var written = about.getProperty("build", "");
      if (!written.equals(build)) {
        throw new ImageException(
            "%s is of build %s, this is %s: go on with that build, or write it again"
                .formatted(file, written, build));
      }
      return new Checkpoint(
          file,
          about.getProperty("scenario"),
          Integer.parseInt(about.getProperty("users")),
          Integer.parseInt(about.getProperty("days")),
          Long.parseLong(about.getProperty("seed")),
          Integer.parseInt(about.getProperty("tick")),
          about.getProperty("digest"));
    } catch (IOException | NumberFormatException e) {
      throw damaged(file, e);
    }
  }

  /// Writes a file, which is there as a whole or not at all.
  static void write(Path file, String build, WorldState state, FeedPort port) {
    Path whole = null;
    try {
      whole = Files.createTempFile(file.toAbsolutePath().getParent(), ".roost", "");
      try (var to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(whole)))) {
        to.setLevel(Deflater.BEST_SPEED);
        to.putNextEntry(new ZipEntry(ABOUT));
        to.write(about(build, state).getBytes(StandardCharsets.UTF_8));
        to.closeEntry();
        WorldImage.write(state, port, to);
      }
      Files.move(whole, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the checkpoint " + file + " cannot be written: " + e.getMessage(), e);
    } finally {
      delete(whole);
    }
  }

  private static void delete(@Nullable Path whole) {
    try {
      if (whole != null) {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary file remains: " + whole, e);
    }
  }

  private static String about(String build, WorldState state) {
    var settings = state.settings;
    return """
    format=%s
    build=%s
    scenario=%s
    users=%d
    days=%d
    seed=%d
    tick=%d
    digest=%s
    """
        .formatted(
            FORMAT,
            build,
            settings.scenario().name(),
            settings.users(),
            settings.days(),
            settings.seed(),
            state.tick,
            state.chronicle.digest());
  }

  /// A world on its way, and where its recommender is read from.
  interface Use<R> {

    /// Goes on from both.
    R apply(WorldState state, InputStream recommender) throws IOException;
  }

  /// Reads the world, and has it and its recommender used.
  ///
  /// @param course what becomes of the chance of the world's events
  <R> R read(UnaryOperator<Fate> course, Use<R> use) {
    try (var from = stream(file)) {
      about(file, from);
      var state = WorldImage.world(from, course);
      return use.apply(state, WorldImage.recommender(from));
    } catch (IOException | ImageException e) {
      throw damaged(file, e);
    }
  }

  private static ZipInputStream stream(Path file) throws IOException {
    return new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  private static Properties about(Path file, ZipInputStream from) throws IOException {
    var entry = from.getNextEntry();
    var about = new Properties();
    if (entry != null && entry.getName().equals(ABOUT)) {
      about.load(new InputStreamReader(from, StandardCharsets.UTF_8));
    }
    if (!FORMAT.equals(about.getProperty("format"))) {
      throw new ImageException(
          file + " is no checkpoint of this format; 'simulate --checkpoint' writes one");
    }
    from.closeEntry();
    return about;
  }

  private static ImageException damaged(Path file, Exception cause) {
    var why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new ImageException(
        "%s cannot be gone on from: %s; write it again with 'simulate --checkpoint'"
            .formatted(file, why.isEmpty() ? cause.getClass().getSimpleName() : why),
        cause);
  }
}
