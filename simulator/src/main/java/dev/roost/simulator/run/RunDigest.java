package dev.roost.simulator.run;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A fingerprint of every feed served and every engagement, in the order of ticks, users and depth.
///
/// SHA-256 over, for each feed: tick, user, depth, its items in order, how many were on the screen,
/// and for each of those what was done and how long it was viewed.
final class RunDigest {

  private final MessageDigest sha;
  private ByteBuffer buffer = ByteBuffer.allocate(8192);

  RunDigest() {
    try {
      this.sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(int tick, Visit visit) {
    var reading = visit.reading();
    int needed = 20 + 8 * reading.length() + 8 * reading.onScreen();
    if (buffer.capacity() < needed) {
      buffer = ByteBuffer.allocate(needed);
    }
    buffer.clear();
    buffer.putInt(tick).putInt(reading.user()).putInt(visit.depth()).putInt(reading.length());
    for (var item : visit.page().items()) {
      buffer.putLong(item.item().value());
    }
    buffer.putInt(reading.onScreen());
    for (int position = 0; position < reading.onScreen(); position++) {
      buffer.putInt(reading.kinds(position)).putInt(reading.dwellSeconds(position));
    }
    sha.update(buffer.flip());
  }

  /// Returns the digest of everything so far, in hexadecimal.
  String soFar() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) sha.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be copied", e);
    }
  }
}
