package dev.roost.simulator.world;

import java.time.Instant;

/// What makes one world.
///
/// @param seed of all chance in it
/// @param census people in it
/// @param start when tick 0 begins, a Monday
/// @param tickSeconds length of a tick
/// @param reseededFrom tick from which events, not people, are drawn anew; `Integer.MAX_VALUE`
///     for never
/// @param shape what its people are like
public record WorldSettings(
    long seed, Census census, Instant start, int tickSeconds, int reseededFrom, WorldShape shape) {

  /// Returns settings of a world that nobody joins.
  public WorldSettings(long seed, int users, Instant start, int tickSeconds, WorldShape shape) {
    this(seed, new Census(users, 0, 0, 0), start, tickSeconds, Integer.MAX_VALUE, shape);
  }

  /// Returns the instant at which a tick begins.
  public Instant at(int tick) {
    return start.plusSeconds((long) tick * tickSeconds);
  }

  /// Returns how many ticks a day has.
  public int ticksPerDay() {
    return 86_400 / tickSeconds;
  }

  /// Returns the chance of events for a purpose.
  Fate fate(String purpose) {
    return Fate.of(seed, purpose, reseededFrom);
  }
}
