package dev.roost.simulator.drift;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.scenario.Scenario;
import dev.roost.simulator.world.Census;

/// Counts how many people and bots a scenario needs room for.
public final class Muster {

  private Muster() {}

  /// Returns the census of a world of `users` at its start.
  ///
  /// @param days length of the run
  public static Census of(Scenario scenario, int users, int days) {
    int expected = 0;
    int bots = 0;
    for (var drift : scenario.drifts()) {
      switch (drift.kind()) {
        case NEW_USER_WAVE, GROWTH -> expected += size(drift, users);
        case BOT_WAVE, BRIGADE, ENGAGEMENT_FARM -> bots += size(drift, users);
        default -> {} // all others are at work on who is there
      }
    }
    int joining = (int) Math.ceil(scenario.world().people().arrivals() * users * days);
    return new Census(users, expected, bots, joining);
  }

  /// Returns how many come by a drift of which some come.
  static int size(Drift drift, int users) {
    return Math.max(
        1, (int) Math.round(drift.options().number("share") * drift.magnitude() * users));
  }
}
