package dev.roost.model.rank;

import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// A ranking model as bytes that are named by their own hash.
///
/// Layout, big-endian: the magic number, the version of the format, version and schema hash of the
/// model, provenance, calibration, trees, embedding. Equal models have equal bytes.
public final class ModelFile {

  private static final int MAGIC = 0x524f4f53; // "ROOS"
  private static final int FORMAT = 1;

  /// What became of reading.
  public sealed interface Reading {}

  /// The model is sound and fits the schema.
  public record Sound(RankingModel model) implements Reading {}

  /// The bytes must not be used, and why.
  public record Refused(String reason) implements Reading {}

  private ModelFile() {}

  /// Returns the name of bytes: their SHA-256 in hexadecimal.
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Returns the model as bytes.
  public static byte[] write(RankingModel model) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(FORMAT);
      out.writeUTF(model.version());
      out.writeUTF(model.schemaHash());
      write(model.provenance(), out);
      out.writeDouble(model.calibration().slope());
      out.writeDouble(model.calibration().offset());
      write(model.trees(), out);
      model.embedding().write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(Provenance provenance, DataOutputStream out) throws IOException {
    out.writeLong(provenance.from().toEpochMilli());
    out.writeLong(provenance.until().toEpochMilli());
    out.writeInt(provenance.rows());
    out.writeInt(provenance.positives());
    out.writeUTF(provenance.dataHash());
    out.writeUTF(provenance.options());
    out.writeLong(provenance.seed());
    out.writeUTF(provenance.platform());
  }

  private static void write(FlatTrees trees, DataOutputStream out) throws IOException {
    out.writeInt(trees.features());
    out.writeInt(trees.depth());
    out.writeInt(trees.size());
    out.writeDouble(trees.base());
    for (int node = 0; node < trees.size() << trees.depth(); node++) {
      out.writeShort(trees.feature(node));
      out.writeFloat(trees.threshold(node));
      out.writeDouble(trees.leaf(node));
    }
  }

  /// Reads a model.
  ///
  /// @param hash the name under which the bytes were found
  /// @param schema of the rows that the model shall serve
  public static Reading read(byte[] bytes, String hash, FeatureSchema schema) {
    if (!hash(bytes).equals(hash)) {
      return new Refused("bytes are not those named " + hash);
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var model = read(in);
      return model.check(schema).<Reading>map(Refused::new).orElseGet(() -> new Sound(model));
    } catch (IOException | IllegalArgumentException e) {
      return new Refused("bytes are no model: " + e.getMessage());
    }
  }

  private static RankingModel read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("magic number is missing");
    }
    int format = in.readInt();
    if (format != FORMAT) {
      throw new IOException("format is " + format + ", this program reads " + FORMAT);
    }
    var version = in.readUTF();
    var schemaHash = in.readUTF();
    var provenance = provenance(in);
    var scaling = new PlattScaling(in.readDouble(), in.readDouble());
    var trees = trees(in);
    var embedding = TokenEmbedding.read(in);
    if (in.read() != -1) {
      throw new IOException("something follows the model");
    }
    return new RankingModel(version, schemaHash, trees, scaling, embedding, provenance);
  }

  private static Provenance provenance(DataInputStream in) throws IOException {
    return new Provenance(
        Instant.ofEpochMilli(in.readLong()),
        Instant.ofEpochMilli(in.readLong()),
        in.readInt(),
        in.readInt(),
        in.readUTF(),
        in.readUTF(),
        in.readLong(),
        in.readUTF());
  }

  private static FlatTrees trees(DataInputStream in) throws IOException {
    int features = in.readInt();
    int depth = in.readInt();
    int count = in.readInt();
    double base = in.readDouble();
    boolean possible =
        depth >= 0
            && depth <= FlatTrees.MAX_DEPTH
            && count >= 0
            && count <= in.available() >> depth;
    if (!possible) {
      throw new IOException("impossible trees: " + count + " of depth " + depth);
    }
    var feature = new int[count << depth];
    var threshold = new float[feature.length];
    var leaf = new double[feature.length];
    for (int node = 0; node < feature.length; node++) {
      feature[node] = in.readUnsignedShort();
      threshold[node] = in.readFloat();
      leaf[node] = in.readDouble();
    }
    return new FlatTrees(features, depth, base, feature, threshold, leaf);
  }
}
