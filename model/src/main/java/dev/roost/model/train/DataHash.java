package dev.roost.model.train;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.learn.Example;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The SHA-256 of examples: who was shown what and when, the features, what came of it.
final class DataHash {

  private DataHash() {}

  static String of(List<Example> examples) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var example : examples) {
        sha.update(bytes(example));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] bytes(Example example) {
    var served = example.served();
    var bytes = ByteBuffer.allocate(48 + 4 * example.featureCount());
    bytes.putLong(served.request().value()).putLong(served.reader().value());
    bytes.putLong(served.item().value()).putLong(served.at().toEpochMilli());
    bytes.putInt(served.position()).putInt(kinds(example)).putFloat(example.weight());
    bytes.putFloat(example.dwellSeconds());
    for (int i = 0; i < example.featureCount(); i++) {
      bytes.putFloat(example.feature(i));
    }
    return bytes.array();
  }

  private static int kinds(Example example) {
    int kinds = 0;
    for (var kind : EngagementKind.values()) {
      kinds |= example.has(kind) ? 1 << kind.ordinal() : 0;
    }
    return kinds;
  }
}
