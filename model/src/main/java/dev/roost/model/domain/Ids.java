package dev.roost.model.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/// Text forms of 64-bit identifiers, and the hash that maps external names to them.
///
/// The text form is 13 digits of Crockford's base 32 in lower case, most significant first.
///
/// An external name maps to the first 8 bytes of the SHA-256 of `kind`, a zero byte, and the name
/// in UTF-8. Two names may meet in one identifier, with probability n²/2⁶⁵ over n names; the owner
/// of the identifier stores the name it was first registered with and refuses any other.
public final class Ids {

  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 13;

  private Ids() {}

  /// Returns the 13 digits of `value`.
  public static String text(long value) {
    var digits = new char[LENGTH];
    long rest = value;
    for (int i = LENGTH - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (rest & 31));
      rest >>>= 5;
    }
    return new String(digits);
  }

  /// Returns the value that `digits` stand for, or empty if they are no text form of one.
  public static OptionalLong parse(String digits) {
    if (digits.length() != LENGTH || DIGITS.indexOf(digits.charAt(0)) > 15) {
      return OptionalLong.empty(); // the first digit holds the 4 bits that are left of 64
    }
    long value = 0;
    for (int i = 0; i < LENGTH; i++) {
      int digit = DIGITS.indexOf(digits.charAt(i));
      if (digit < 0) {
        return OptionalLong.empty();
      }
      value = value << 5 | digit;
    }
    return OptionalLong.of(value);
  }

  /// Returns the identifier of an external name among those of its kind, such as `user`.
  public static long hash(String kind, String name) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(kind.getBytes(UTF_8));
      sha.update((byte) 0);
      return ByteBuffer.wrap(sha.digest(name.getBytes(UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
