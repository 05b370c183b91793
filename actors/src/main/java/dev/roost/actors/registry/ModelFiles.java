package dev.roost.actors.registry;

import java.io.IOException;
import java.util.Set;

/// Files of models, found by the hash of their content; a log that is bounded by [#keep(Set)].
///
/// What is read is not to be trusted: it may be cut off, changed or gone. Safe for any thread.
public interface ModelFiles {

  /// Stores bytes under their hash, for good when it returns.
  void put(String hash, byte[] bytes) throws IOException;

  /// Returns the bytes found under a hash.
  ///
  /// @throws IOException if there are none, or they cannot be read
  byte[] get(String hash) throws IOException;

  /// Deletes all but these.
  void keep(Set<String> hashes) throws IOException;
}
