package dev.roost.model.fault;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;

/// The readers whom a fault touches: a share, drawn by a hash of the reader and the fault's name.
///
/// Shares are nested: whom a smaller share touches, a larger one of the same name touches, too.
public final class Touched {

  private final double share;
  private final Chance chance;

  private Touched(double share, Chance chance) {
    this.share = share;
    this.chance = chance;
  }

  /// Returns a share of readers.
  ///
  /// @param share above 0, at most 1
  /// @param name of the fault
  public static Touched of(double share, String name) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be above 0, at most 1: " + share);
    }
    return new Touched(share, Chance.of(0, "fault " + name));
  }

  /// Returns whether a reader is touched.
  public boolean holds(UserId reader) {
    return chance.happens(share, reader.value(), 0, 0);
  }
}
