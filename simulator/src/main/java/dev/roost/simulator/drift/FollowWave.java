package dev.roost.simulator.drift;

import static dev.roost.model.domain.RelationChange.FOLLOW;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.World;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Lets readers all follow the same few creators, who need not be known.
final class FollowWave implements Injection {

  private final World world;
  private final boolean[] members;
  private final int[] accounts;
  private final Dose dose;
  private final Chance chance;
  private final BitSet done = new BitSet(); // by user

  FollowWave(Drift drift, World world, boolean[] members) {
    this.world = world;
    this.members = members;
    this.dose = new Dose(drift, world);
    this.chance = Chance.of(world.settings().seed(), "follow wave " + drift.onset());
    var creators = world.creators();
    this.accounts =
        IntStream.range(0, (int) drift.options().number("accounts"))
            .map(nth -> creators.user(chance.below(creators.settled(), nth, 0, 1)))
            .distinct()
            .toArray();
  }

  @Override
  public void apply(int tick) {
    if (!dose.moveTo(tick)) {
      return;
    }
    for (int user = 0; user < members.length; user++) {
      if (members[user]
          && !done.get(user)
          && world.presence().isThere(user, tick)
          && chance.happens(dose.of(user), user, 0, 0)) {
        done.set(user);
        for (int account : accounts) {
          world.society().decide(user, FOLLOW, account);
        }
      }
    }
  }

  @Override
  public boolean[] affected() {
    return members.clone();
  }
}
