package dev.roost.model.registry;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;

/// The readers for whom a canary ranks: a share, drawn by a hash of the reader and the model.
///
/// A reader stays in or out for as long as the canary runs, on every node and after a restart;
/// another model has other readers.
public final class CanaryArm {

  private final double share;
  private final Chance chance;

  private CanaryArm(double share, Chance chance) {
    this.share = share;
    this.chance = chance;
  }

  /// Returns the arm of a model.
  ///
  /// @param share of readers, in `[0, 1]`
  /// @param hash of the model's file
  public static CanaryArm of(double share, String hash) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be from 0 to 1: " + share);
    }
    return new CanaryArm(share, Chance.of(0, "canary " + hash));
  }

  /// Returns whether the canary ranks for a reader.
  public boolean holds(UserId reader) {
    return chance.happens(share, reader.value(), 0, 0);
  }
}
