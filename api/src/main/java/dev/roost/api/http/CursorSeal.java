package dev.roost.api.http;

import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Stretch;
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
import org.jspecify.annotations.Nullable;

/// Turns cursors into opaque text and back, so that no client can make or change one.
///
/// The text is base 64 (for addresses) of 87 bytes: version, seal, kind, reader, 48 bytes by kind –
/// a number, or up to three places of 16 bytes each –, the first 17 bytes of their HMAC-SHA256, and
/// a CRC-32C of it all. The key is drawn at start and never stored, so a cursor does not outlive
/// its process; the seal, a public number drawn with the key, tells a cursor of an earlier process,
/// which has expired, from one that was tampered with. The checksum tells damage apart from both.
/// Macs are compared in constant time.
final class CursorSeal {

  private static final byte VERSION = 2;
  private static final byte RANKED = 1;
  private static final byte OLDER = 2;
  private static final byte NEWER = 3;

  /// Stands for an open end: no post is as old.
  private static final Place OPEN = new Place(Long.MIN_VALUE, 0);

  private static final int SIGNED = 2 + 8 * Long.BYTES;
  private static final int MAC = 17;
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
    var bytes = ByteBuffer.allocate(LENGTH).put(VERSION).putLong(seal);
    switch (cursor) {
      case Cursor.Ranked(var reader, var number) ->
          bytes.put(RANKED).putLong(reader.value()).putLong(number);
      case Cursor.Older(var reader, Stretch(var before, var after), var seen) -> {
        bytes.put(OLDER).putLong(reader.value());
        put(bytes, before);
        put(bytes, after);
        put(bytes, seen);
      }
      case Cursor.Newer(var reader, var seen) -> {
        bytes.put(NEWER).putLong(reader.value());
        put(bytes, seen);
      }
    }
    bytes.position(SIGNED).put(mac(bytes.array()));
    bytes.putInt(checksum(bytes.array()));
    return Base64.getUrlEncoder().encodeToString(bytes.array());
  }

  private static void put(ByteBuffer bytes, @Nullable Place place) {
    var each = place == null ? OPEN : place;
    bytes.putLong(each.atMillis()).putLong(each.item());
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
    return Optional.of(read(fields));
  }

  private static Cursor read(ByteBuffer fields) {
    byte kind = fields.get();
    var reader = new UserId(fields.getLong());
    return switch (kind) {
      case RANKED -> new Cursor.Ranked(reader, fields.getLong());
      case OLDER -> {
        var rest = new Stretch(place(fields), place(fields));
        yield new Cursor.Older(reader, rest, place(fields));
      }
      case NEWER -> new Cursor.Newer(reader, place(fields));
      default -> throw new IllegalStateException("sealed a cursor of an unknown kind: " + kind);
    };
  }

  private static @Nullable Place place(ByteBuffer fields) {
    var place = new Place(fields.getLong(), fields.getLong());
    return place.equals(OPEN) ? null : place;
  }

  /// Returns the refusal of a text that is no cursor of this feed.
  static Refusal broken() {
    return Refusal.of(
        ProblemCode.INVALID_CURSOR,
        "pass the 'cursor' or 'newer' of a page unchanged, under its own name, for the same user; or"
            + " leave it out to start over");
  }

  /// Returns the refusal of a cursor whose process, or whose time, has passed.
  static Refusal expired(UserId reader) {
    return Refusal.of(
        ProblemCode.CURSOR_EXPIRED,
        "start over: GET /v1/users/"
            + reader
            + "/feed without 'cursor' or 'newer', in the same order");
  }

  /// Returns the refusal of a cursor of another order, or under another name.
  static Refusal misplaced(Cursor cursor) {
    var home =
        switch (cursor) {
          case Cursor.Ranked _ -> "'cursor' with order=rank";
          case Cursor.Older _ -> "'cursor' with order=newest";
          case Cursor.Newer _ -> "'newer' with order=newest";
        };
    return Refusal.of(ProblemCode.INVALID_CURSOR, "this one is to be passed as " + home);
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
