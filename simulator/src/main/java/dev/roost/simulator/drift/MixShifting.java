package dev.roost.simulator.drift;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.Dial;
import dev.roost.simulator.world.World;

/// Lets a slice come more often, and all others less, so that as many sessions are expected as
/// before.
final class MixShifting implements Injection {

  private final World world;
  private final double factor;
  private final boolean[] members;
  private final Dose dose;

  MixShifting(Drift drift, World world, boolean[] members) {
    this.world = world;
    this.factor = drift.options().number("factor");
    this.members = members;
    this.dose = new Dose(drift, world);
  }

  @Override
  public void apply(int tick) {
    if (!dose.moveTo(tick)) {
      return;
    }
    double before = 0;
    double after = 0;
    for (int user = 0; user < members.length; user++) {
      double activity = world.people().activity(user);
      before += activity;
      after += activity * weight(user);
    }
    for (int user = 0; user < members.length; user++) {
      world.conditions().turn(Dial.ACTIVITY, user, weight(user) * before / after);
    }
  }

  private double weight(int user) {
    return members[user] ? StrictMath.pow(factor, dose.of(user)) : 1;
  }

  @Override
  public boolean[] affected() {
    return members.clone();
  }
}
