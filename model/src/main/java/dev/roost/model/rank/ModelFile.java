package dev.roost.model.rank;

import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feature.RequestFeatures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;

/// A ranking model as bytes that are named by their own hash.
///
/// Layout, big-endian: the magic number, the version of the format, version and schema hash of the
/// model, provenance, calibrations, formula, light ranker, embedding. Equal models have equal
/// bytes.
public final class ModelFile {

  private static final int MAGIC = 0x524f4f53; // "ROOS"
  private static final int FORMAT = 2;

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
      for (var each : model.calibration()) {
        out.writeDouble(each.slope());
        out.writeDouble(each.offset());
      }
      FormulaFile.write(model.formula(), out);
      for (int i = 0; i < RequestFeatures.LIGHT; i++) {
        out.writeDouble(model.light().weight(i));
      }
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
    var calibration = new ArrayList<PlattScaling>();
    for (int i = 0; i < RankingModel.CALIBRATED; i++) {
      calibration.add(new PlattScaling(in.readDouble(), in.readDouble()));
    }
    var formula = FormulaFile.read(in);
    var light = new double[RequestFeatures.LIGHT];
    for (int i = 0; i < light.length; i++) {
      light[i] = in.readDouble();
    }
    var embedding = TokenEmbedding.read(in);
    if (in.read() != -1) {
      throw new IOException("something follows the model");
    }
    return new RankingModel(
        version, schemaHash, formula, calibration, new LightRanker(light), embedding, provenance);
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
}
