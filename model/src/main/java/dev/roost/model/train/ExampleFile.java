package dev.roost.model.train;

import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/// Examples as bytes: what a model is trained and measured on, away from the service that served
/// them.
///
/// Layout, compressed by gzip, big-endian: the magic number, the version of the format, hash and
/// size of the schema, examples with a 1 before each, a 0. An example is what was served, in the
/// order of [Example.Served], then its features, what the reader did as bits, dwell and weight.
public final class ExampleFile {

  private static final int MAGIC = 0x524f4558; // "ROEX"
  private static final int FORMAT = 1;
  private static final int BUFFER = 1 << 16;

  private ExampleFile() {}

  /// Writes examples of the standard schema one after the other; they can be read once it is
  /// closed.
  public static final class Writer implements AutoCloseable {

    private final DataOutputStream out;
    private final int features = FeatureSchema.standard().size();

    /// Begins a file; `out` is closed with it.
    public Writer(OutputStream out) throws IOException {
      this.out = new DataOutputStream(new GZIPOutputStream(out, BUFFER));
      this.out.writeInt(MAGIC);
      this.out.writeInt(FORMAT);
      this.out.writeUTF(FeatureSchema.standard().hash());
      this.out.writeInt(features);
    }

    /// Appends an example.
    ///
    /// @throws IllegalArgumentException if it has more or fewer features than the schema
    public void write(Example example) throws IOException {
      if (example.featureCount() != features) {
        throw new IllegalArgumentException(
            "example has %d features, schema %d".formatted(example.featureCount(), features));
      }
      out.writeByte(1);
      write(example.served());
      for (int i = 0; i < features; i++) {
        out.writeFloat(example.feature(i));
      }
      out.writeInt(example.kinds());
      out.writeFloat(example.dwellSeconds());
      out.writeFloat(example.weight());
    }

    private void write(Example.Served served) throws IOException {
      out.writeLong(served.request().value());
      out.writeLong(served.reader().value());
      out.writeUTF(served.profile().ageBand().name());
      out.writeUTF(served.profile().country());
      out.writeUTF(served.profile().language());
      out.writeLong(served.item().value());
      out.writeLong(served.author().value());
      out.writeUTF(served.topic());
      out.writeUTF(served.source().name());
      out.writeInt(served.position());
      out.writeDouble(served.probability());
      out.writeUTF(served.modelVersion());
      out.writeLong(served.at().toEpochMilli());
    }

    @Override
    public void close() throws IOException {
      try (out) {
        out.writeByte(0);
      }
    }
  }

  /// Reads a file.
  ///
  /// @return the examples in the order in which they were written
  /// @throws UnreadableExamplesException if it is no such file, was not finished, or is of another
  ///     schema; the message says which, and where
  public static List<Example> read(InputStream bytes) throws IOException {
    var examples = new ArrayList<Example>();
    try (var in = new DataInputStream(new GZIPInputStream(bytes, BUFFER))) {
      int features = header(in);
      for (int more = in.readByte(); more == 1; more = in.readByte()) {
        examples.add(example(in, features));
      }
      if (in.read() != -1) { // to the end, where the checksum stands
        throw new IllegalArgumentException("something follows the examples");
      }
      return examples;
    } catch (EOFException e) {
      throw new UnreadableExamplesException(
          "the file ends within example " + (examples.size() + 1) + ": it was not finished", e);
    } catch (IllegalArgumentException | ZipException e) {
      throw new UnreadableExamplesException(
          "the file holds no examples from example %d on: %s"
              .formatted(examples.size() + 1, e.getMessage()),
          e);
    }
  }

  private static int header(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IllegalArgumentException("the magic number is missing");
    }
    int format = in.readInt();
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "its format is %d, this program reads %d".formatted(format, FORMAT));
    }
    var hash = in.readUTF();
    var schema = FeatureSchema.standard();
    if (!hash.equals(schema.hash())) {
      throw new IllegalArgumentException(
          "its features are of schema %s, this program has %s".formatted(hash, schema.hash()));
    }
    return in.readInt();
  }

  private static Example example(DataInputStream in, int count) throws IOException {
    var served = served(in);
    var features = new float[count];
    for (int i = 0; i < count; i++) {
      features[i] = in.readFloat();
    }
    return Example.of(served, features, in.readInt(), in.readFloat(), in.readFloat());
  }

  private static Example.Served served(DataInputStream in) throws IOException {
    return new Example.Served(
        new RequestId(in.readLong()),
        new UserId(in.readLong()),
        new Profile(AgeBand.valueOf(in.readUTF()), in.readUTF(), in.readUTF()),
        new ItemId(in.readLong()),
        new UserId(in.readLong()),
        in.readUTF(),
        Source.valueOf(in.readUTF()),
        in.readInt(),
        in.readDouble(),
        in.readUTF(),
        Instant.ofEpochMilli(in.readLong()));
  }
}
