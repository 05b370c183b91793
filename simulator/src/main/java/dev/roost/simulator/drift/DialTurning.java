package dev.roost.simulator.drift;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.Dial;
import dev.roost.simulator.world.World;

/// Turns one dial for the members of a slice.
final class DialTurning implements Injection {

  private final World world;
  private final Dial dial;
  private final Curve curve;
  private final boolean[] members;
  private final boolean[] affected;
  private final Dose dose;

  /// @param members whose dial turns; shape `[people]`
  /// @param affected who feels it; shape `[people]`
  DialTurning(
      Drift drift, World world, Dial dial, Curve curve, boolean[] members, boolean[] affected) {
    this.world = world;
    this.dial = dial;
    this.curve = curve;
    this.members = members;
    this.affected = affected;
    this.dose = new Dose(drift, world);
  }

  @Override
  public void apply(int tick) {
    if (dose.moveTo(tick)) {
      for (int user = 0; user < members.length; user++) {
        if (members[user]) {
          world.conditions().turn(dial, user, curve.at(dose.of(user), user, dial));
        }
      }
    }
  }

  @Override
  public boolean[] affected() {
    return affected.clone();
  }
}
