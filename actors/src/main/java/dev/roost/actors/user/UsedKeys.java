package dev.roost.actors.user;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;

/// Idempotency keys that were lately used, each with a fingerprint of its request. Immutable; 32
/// bytes a key, lookups and changes take O(n).
final class UsedKeys {

  /// Keys that are remembered at most; the oldest is forgotten first.
  static final int LIMIT = 1024;

  /// For how long a key is remembered.
  static final Duration MEMORY = Duration.ofHours(24);

  private static final int STRIDE = 4; // high, low, fingerprint, epoch milliseconds
  private static final UsedKeys NONE = new UsedKeys(new long[0]);

  private final long[] cells; // in the order of use

  private UsedKeys(long[] cells) {
    this.cells = cells;
  }

  /// Returns the memory of a user who never gave a key.
  static UsedKeys none() {
    return NONE;
  }

  /// Returns the fingerprint of the request that used `key` and is remembered at `now`.
  OptionalLong find(IdempotencyKey key, Instant now) {
    long oldest = now.minus(MEMORY).toEpochMilli();
    for (int i = cells.length - STRIDE; i >= 0; i -= STRIDE) {
      if (cells[i] == key.high() && cells[i + 1] == key.low() && cells[i + 3] > oldest) {
        return OptionalLong.of(cells[i + 2]);
      }
    }
    return OptionalLong.empty();
  }

  /// Returns this memory with `key`, without what is too old by then; this same object if no key
  /// was given.
  UsedKeys plus(IdempotencyKey key, long fingerprint, Instant at) {
    if (!key.isPresent()) {
      return this;
    }
    long oldest = at.minus(MEMORY).toEpochMilli();
    int from = Math.max(0, cells.length - (LIMIT - 1) * STRIDE);
    var next = new long[cells.length - from + STRIDE];
    int size = 0;
    for (int i = from; i < cells.length; i += STRIDE) {
      if (cells[i + 3] > oldest) {
        System.arraycopy(cells, i, next, size, STRIDE);
        size += STRIDE;
      }
    }
    next[size] = key.high();
    next[size + 1] = key.low();
    next[size + 2] = fingerprint;
    next[size + 3] = at.toEpochMilli();
    return new UsedKeys(Arrays.copyOf(next, size + STRIDE));
  }

  /// Returns how many keys are remembered.
  int size() {
    return cells.length / STRIDE;
  }
}
