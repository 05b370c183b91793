package dev.roost.simulator.run;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A fingerprint of every feed served and every engagement, in the order of ticks, users and depth.
///
/// A chain, so that it can be saved and gone on with: for each feed SHA-256 over the digest before
/// it, empty at first, and tick, user, depth, its items in order, how many were on the screen,
/// and for each of those what was done and how long it was viewed.
final class RunDigest {

  private byte[] soFar = new byte[0];

  void add(int tick, Visit visit) {
    var reading = visit.reading();
    var buffer = ByteBuffer.allocate(20 + 8 * reading.length() + 8 * reading.onScreen());
    buffer.putInt(tick).putInt(reading.user()).putInt(visit.depth()).putInt(reading.length());
    for (var item : visit.page().items()) {
      buffer.putLong(item.item().value());
    }
    buffer.putInt(reading.onScreen());
    for (int position = 0; position < reading.onScreen(); position++) {
      buffer.putInt(reading.kinds(position)).putInt(reading.dwellSeconds(position));
    }
    var sha = sha256();
    sha.update(soFar);
    sha.update(buffer.flip());
    soFar = sha.digest();
  }

  /// Returns the digest of everything so far, in hexadecimal.
  String soFar() {
    return HexFormat.of().formatHex(soFar.length == 0 ? sha256().digest() : soFar);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
