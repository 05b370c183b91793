package dev.roost.actors.fanout;

import java.nio.ByteBuffer;
import java.time.Instant;

/// Values of a frame as bytes. Text keeps every character as it is, lone surrogates too: one byte a
/// character where all fit, otherwise two.
final class FrameBytes {

  private static final byte NARROW = 0;
  private static final byte WIDE = 1;

  private FrameBytes() {}

  /// Writes an instant.
  static void put(ByteBuffer out, Instant at) {
    out.putLong(at.getEpochSecond()).putInt(at.getNano());
  }

  /// Reads an instant.
  static Instant instant(ByteBuffer in) {
    return Instant.ofEpochSecond(in.getLong(), in.getInt());
  }

  /// Writes a text.
  static void put(ByteBuffer out, String text) {
    boolean narrow = text.chars().allMatch(c -> c < 256);
    out.put(narrow ? NARROW : WIDE).putInt(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (narrow) {
        out.put((byte) text.charAt(i));
      } else {
        out.putChar(text.charAt(i));
      }
    }
  }

  /// Reads a text of at most `longest` characters.
  static String text(ByteBuffer in, int longest) {
    byte width = in.get();
    int length = count(in, longest);
    var chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = width == NARROW ? (char) (in.get() & 0xff) : in.getChar();
    }
    return new String(chars);
  }

  /// Reads a count of at most `most`.
  static int count(ByteBuffer in, int most) {
    int count = in.getInt();
    if (count < 0 || count > most) {
      throw new IllegalArgumentException("a count of " + count + " where at most " + most + " fit");
    }
    return count;
  }

  /// Reads a value of an enumeration by its ordinal.
  static <E extends Enum<E>> E oneOf(ByteBuffer in, E[] values) {
    int ordinal = in.get();
    if (ordinal < 0 || ordinal >= values.length) {
      throw new IllegalArgumentException(
          "no value of number " + ordinal + " among " + values.length);
    }
    return values[ordinal];
  }
}
