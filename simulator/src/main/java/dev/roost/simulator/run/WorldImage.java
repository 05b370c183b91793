package dev.roost.simulator.run;

import dev.roost.simulator.image.GraphCodec;
import dev.roost.simulator.image.ImageException;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.world.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Writes a world and its recommender as two entries of a zip file, and reads them.
final class WorldImage {

  private static final String WORLD = "world";
  private static final String RECOMMENDER = "recommender";

  private WorldImage() {}

  /// Writes both, between two ticks.
  static void write(WorldState state, FeedPort port, ZipOutputStream to) throws IOException {
    to.putNextEntry(new ZipEntry(WORLD));
    new GraphCodec().write(state, to);
    to.closeEntry();
    to.putNextEntry(new ZipEntry(RECOMMENDER));
    save(port, to);
    to.closeEntry();
  }

  private static void save(FeedPort port, OutputStream to) {
    InFlight.await("saving the recommender", port.save(to));
  }

  /// Reads the world.
  ///
  /// @param course what becomes of the chance of its events
  static WorldState world(ZipInputStream from, UnaryOperator<Fate> course) throws IOException {
    open(from, WORLD);
    var state = new GraphCodec().changing(Fate.class, course).read(WorldState.class, from);
    from.closeEntry(); // reads to its end, which checks the sum
    return state;
  }

  /// Returns what the recommender is opened from, after the world was read.
  static InputStream recommender(ZipInputStream from) throws IOException {
    open(from, RECOMMENDER);
    return from;
  }

  private static void open(ZipInputStream from, String name) throws IOException {
    var entry = from.getNextEntry();
    if (entry == null || !entry.getName().equals(name)) {
      throw new ImageException("no part '" + name + "' where it should be: the file is cut off");
    }
  }
}
