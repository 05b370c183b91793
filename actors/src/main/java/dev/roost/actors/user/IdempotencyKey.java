package dev.roost.actors.user;

import dev.roost.actors.CborSerializable;

/// The first 16 bytes of the SHA-256 of a client's `Idempotency-Key`; all zero for none.
public record IdempotencyKey(long high, long low) implements CborSerializable {

  /// The key of a request that carries none.
  public static final IdempotencyKey NONE = new IdempotencyKey(0, 0);

  /// Returns whether the client gave a key.
  public boolean isPresent() {
    return !equals(NONE);
  }
}
