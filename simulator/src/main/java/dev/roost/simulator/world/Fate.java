package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;

/// Chance of events for one purpose, drawn from another seed from some tick on.
///
/// @param before chance of the ticks below `from`
/// @param after chance of the ticks from `from` on
public record Fate(Chance before, Chance after, int from) {

  /// Returns the chance of a seed whose later events are those of another world.
  public static Fate of(long seed, String purpose, int from) {
    return new Fate(Chance.of(seed, purpose), Chance.of(~seed, "later " + purpose), from);
  }

  /// Returns the same chance, but that of another world from a tick on.
  ///
  /// @param kth which other world, from 1; the first is that of [#of]
  public Fate turning(int tick, int kth) {
    return new Fate(before, kth == 1 ? after : after.derived(kth), tick);
  }

  /// Returns the chance of one tick.
  public Chance at(int tick) {
    return tick < from ? before : after;
  }
}
