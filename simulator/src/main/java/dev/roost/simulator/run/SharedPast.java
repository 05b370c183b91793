package dev.roost.simulator.run;

import dev.roost.simulator.image.ImageException;
import dev.roost.simulator.port.PortFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// What the worlds of a run have in common: all that is before
/// the first drift, lived once and kept in a
/// temporary file.
final class SharedPast implements AutoCloseable {

  private final Path file;
  private final int onsetTick;

  private SharedPast(Path file, int onsetTick) {
    this.file = file;
    this.onsetTick = onsetTick;
  }

  /// Lives it.
  static SharedPast of(WorldRunner runner, SimulationSettings settings, PortFactory recommenders) {
    int onset = Timeline.of(settings).onsetTick();
    int end = Timeline.tick(settings.scenario().drifts().getFirst(), settings.tick());
    try {
      var past = new SharedPast(Files.createTempFile("roost-world-", ".zip"), onset);
      try (var to =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(past.file)))) {
        to.setLevel(Deflater.NO_COMPRESSION); // soon read, soon deleted
        runner.runTo(end, recommenders, settings.threads(), to);
      } catch (IOException | RuntimeException e) {
        past.close();
        throw e;
      }
      return past;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file for the worlds' common past", e);
    }
  }

  /// Runs one of the worlds from there to its end.
  WorldResult run(WorldPlan plan, PortFactory recommenders, int threads, Progress progress) {
    try (var from = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      var state =
          WorldImage.world(
              from,
              plan.reseeded() ? fate -> fate.turning(onsetTick, 1) : UnaryOperator.identity());
      return WorldRunner.resume(state, plan, progress)
          .run(recommenders, threads, WorldImage.recommender(from));
    } catch (IOException e) {
      throw new ImageException("the worlds' common past cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary file remains: " + file, e);
    }
  }
}
