package dev.roost.simulator.drift;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.Dial;
import dev.roost.simulator.world.World;
import java.util.Arrays;

/// Lets those who are followed most stop writing.
final class Exodus implements Injection {

  private final World world;
  private final double share;
  private final boolean[] people;
  private final Dose dose;
  private int[] leaving = new int[0];

  Exodus(Drift drift, World world, boolean[] people) {
    this.world = world;
    this.share = drift.options().number("share");
    this.people = people;
    this.dose = new Dose(drift, world);
  }

  @Override
  public void apply(int tick) {
    if (dose.moveTo(tick)) {
      if (leaving.length == 0) {
        leaving = mostFollowed();
      }
      for (int user : leaving) {
        world.conditions().turn(Dial.CADENCE, user, 1 - dose.of(user));
      }
    }
  }

  /// Returns as many of the most followed as make the share of all follows.
  private int[] mostFollowed() {
    int[] followers = world.follows().followers();
    double wanted = share * Arrays.stream(followers).asLongStream().sum();
    int[] byFame = Known.creators(world);
    int count = 0;
    while (count < byFame.length && wanted > 0) {
      wanted -= followers[byFame[count++]];
    }
    return Arrays.copyOf(byFame, count);
  }

  @Override
  public boolean[] affected() {
    return people.clone();
  }
}
