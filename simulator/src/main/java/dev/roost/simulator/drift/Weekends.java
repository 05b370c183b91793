package dev.roost.simulator.drift;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.Dial;
import dev.roost.simulator.world.Sessions;
import dev.roost.simulator.world.World;

/// Lets people come more or less often on Saturdays and Sundays of their own clock.
final class Weekends implements Injection {

  private final World world;
  private final double factor;
  private final boolean[] people;
  private final Dose dose;

  Weekends(Drift drift, World world, boolean[] people) {
    this.world = world;
    this.factor = drift.options().number("factor");
    this.people = people;
    this.dose = new Dose(drift, world);
  }

  @Override
  public void apply(int tick) {
    dose.moveTo(tick);
    int second = tick * world.settings().tickSeconds();
    double inForce = StrictMath.pow(factor, dose.ofAll());
    for (int user = 0; user < people.length; user++) {
      boolean isWeekend = Sessions.isWeekend(world.people().country(user), second);
      world.conditions().turn(Dial.ACTIVITY, user, isWeekend ? inForce : 1);
    }
  }

  @Override
  public boolean[] affected() {
    return people.clone();
  }
}
