package dev.roost.model.hash;

import dev.roost.model.chance.Chance;
import java.security.SecureRandom;

/// A hash of 64-bit keys that is another one in every process.
///
/// Clients choose identifiers. Who knew the hash could choose many that share a place in a table of
/// open addresses, and each look-up would step over all of them. So a number that is drawn once a
/// process, and that no client can know, goes into it.
///
/// A table keeps the hash it was filled by, so that one which was read from an image of another
/// process goes on being found in.
///
/// Only where a key is found may depend on it, never what is answered nor the order of anything, so
/// that runs repeat: a table hashed by it is never walked through.
public final class KeyedHash {

  private static final KeyedHash PROCESS = new KeyedHash(new SecureRandom().nextLong());

  private final long secret;

  private KeyedHash(long secret) {
    this.secret = secret;
  }

  /// Returns the hash of this process.
  public static KeyedHash ofProcess() {
    return PROCESS;
  }

  /// Returns 64 bits, each of which depends on all bits of the key.
  public long of(long key) {
    return Chance.mix(key ^ secret);
  }
}
