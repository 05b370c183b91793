package dev.roost.simulator.run;

/// Hears how far a run is; called from several threads, and must return at once.
@FunctionalInterface
public interface Progress {

  /// Hears that a world finished a tick.
  ///
  /// @param world such as `main`
  /// @param tick ticks finished, from 0 (the world is being set up) to `ticks`
  /// @param ticks ticks in all
  void at(String world, int tick, int ticks);

  /// Returns a listener that ignores everything.
  static Progress none() {
    return (_, _, _) -> {};
  }
}
