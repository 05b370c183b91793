package dev.roost.simulator.world;

/// How often people come.
///
/// @param perDay sessions of a person and day, on average
/// @param mostPerTick most likely session within a tick
/// @param readsOn chance of a second feed in a session
/// @param activitySpread standard deviation of the logarithm of how often people come
/// @param weekend how many times as often they come on Saturdays and Sundays
public record SessionSettings(
    double perDay, double mostPerTick, double readsOn, double activitySpread, double weekend) {

  public SessionSettings {
    Checks.range("per-day", perDay, 0.01, 50);
    Checks.share("most-per-tick", mostPerTick);
    Checks.share("reads-on", readsOn);
    Checks.range("activity-spread", activitySpread, 0, 3);
    Checks.range("weekend", weekend, 0.1, 10);
  }
}
