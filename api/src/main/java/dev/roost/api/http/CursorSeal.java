package dev.roost.api.http;

import dev.roost.model.domain.UserId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns cursors into opaque text and back, so that no client can make or change one.
///
/// The text is base 64 (for addresses) of 45 bytes: version, seal, reader, number, the first 16
/// bytes of their HMAC-SHA256, and a CRC-32C of it all. The key is drawn at start and never stored,
/// so a cursor does not outlive its process; the seal, a public number drawn with the key, tells a
/// cursor of an earlier process, which has expired, from one that was tampered with. The checksum
/// tells damage apart from both. Macs are compared in constant time.
final class CursorSeal {

  private static final byte VERSION = 1;
  private static final int SIGNED = 1 + 3 * Long.BYTES;
  private static final int MAC = 16;
  private static final int LENGTH = SIGNED + MAC + Integer.BYTES; // a multiple of 3: one text each
  private static final String ALGORITHM = "HmacSHA256";

  private final long seal;
  private final SecretKeySpec key;

  /// Draws a key.
  CursorSeal(SecureRandom random) {
    var secret = new byte[32];
    random.nextBytes(secret);
    key = new SecretKeySpec(secret, ALGORITHM);
    seal = random.nextLong();
  }

  /// Returns the text of a cursor.
  String text(Cursor cursor) {
    var bytes =
        ByteBuffer.allocate(LENGTH)
            .put(VERSION)
            .putLong(seal)
            .putLong(cursor.reader().value())
            .putLong(cursor.number());
    bytes.put(mac(bytes.array()));
    bytes.putInt(checksum(bytes.array()));
    return Base64.getUrlEncoder().encodeToString(bytes.array());
  }

  /// Returns the cursor of a text, or empty if it was sealed by another process.
  ///
  /// @throws Refusal if the text is no cursor, or a changed one
  Optional<Cursor> open(String text) {
    var bytes = decode(text);
    var fields = ByteBuffer.wrap(bytes);
    if (bytes.length != LENGTH
        || fields.get() != VERSION
        || fields.getInt(SIGNED + MAC) != checksum(bytes)) {
      throw broken();
    }
    if (fields.getLong() != seal) {
      return Optional.empty();
    }
    if (!MessageDigest.isEqual(mac(bytes), Arrays.copyOfRange(bytes, SIGNED, SIGNED + MAC))) {
      throw broken();
    }
    return Optional.of(new Cursor(new UserId(fields.getLong()), fields.getLong()));
  }

  /// Returns the refusal of a text that is no cursor of this feed.
  static Refusal broken() {
    return Refusal.of(
        ProblemCode.INVALID_CURSOR,
        "pass the 'cursor' of the last page unchanged, for the same user; or leave it out to start"
            + " over");
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw broken();
    }
  }

  private byte[] mac(byte[] bytes) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(bytes, 0, SIGNED);
      return Arrays.copyOf(mac.doFinal(), MAC);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static int checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes, 0, SIGNED + MAC);
    return (int) crc.getValue();
  }
}
