package dev.roost.simulator.run;

/// A span of ticks over which worlds are compared.
///
/// @param from first tick
/// @param to tick after the last
record Window(int from, int to) {

  boolean holds(int tick) {
    return tick >= from && tick < to;
  }

  boolean isEmpty() {
    return to <= from;
  }
}
