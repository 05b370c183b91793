package dev.roost.actors.fanout;

import java.security.SecureRandom;

/// A number drawn once a process, which no client can know: whoever chooses the keys of a hash
/// table cannot choose their places.
///
/// Only where a key is found may depend on it, never what is answered, so that runs repeat.
final class HashSecret {

  /// The number.
  static final long VALUE = new SecureRandom().nextLong();

  private HashSecret() {}
}
