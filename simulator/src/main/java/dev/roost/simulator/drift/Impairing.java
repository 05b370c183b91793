package dev.roost.simulator.drift;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.World;

/// Breaks a part of the recommender without a word.
final class Impairing implements Injection {

  private final boolean[] people;
  private final Dose dose;

  Impairing(Drift drift, World world, boolean[] people) {
    this.people = people;
    this.dose = new Dose(drift, world);
  }

  @Override
  public void apply(int tick) {
    dose.moveTo(tick);
  }

  @Override
  public boolean[] affected() {
    return people.clone();
  }
}
