package dev.roost.simulator.world;

import java.time.Instant;

/// What makes one world.
///
/// @param seed of all chance in it
/// @param users people in it
/// @param start when tick 0 begins
/// @param tickSeconds length of a tick
/// @param reseededFrom tick from which events, not people, are drawn anew; `Integer.MAX_VALUE`
///     for never
/// @param examination how far down a feed people look
public record WorldSettings(
    long seed,
    int users,
    Instant start,
    int tickSeconds,
    int reseededFrom,
    Examination examination) {

  /// Returns settings of a world whose people look down a feed as usual.
  public WorldSettings(long seed, int users, Instant start, int tickSeconds, int reseededFrom) {
    this(seed, users, start, tickSeconds, reseededFrom, Examination.usual());
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
