package dev.roost.model.hash;

import dev.roost.model.chance.Chance;
import java.security.SecureRandom;

/// A hash of 64-bit keys that is another one in every process.
///
/// Clients choose identifiers. Who knew the hash could choose many that share a place in a table of
/// open addresses, and each look-up would step over all of them. So a number that is drawn once a
/// process, and that no client can know, goes into it.
///
/// Only where a key is found may depend on it, never what is answered nor the order of anything, so
/// that runs repeat: a table hashed by it is never walked through.
public final class KeyedHash {

  private static final long SECRET = new SecureRandom().nextLong();

  private KeyedHash() {}

  /// Returns 64 bits, each of which depends on all bits of the key.
  public static long of(long key) {
    return Chance.mix(key ^ SECRET);
  }
}
