package dev.roost.simulator.drift;

import static dev.roost.model.domain.RelationChange.FOLLOW;
import static dev.roost.model.domain.RelationChange.UNFOLLOW;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.World;
import java.util.BitSet;

/// Lets readers follow any creators instead of those whom they followed at the start; who joins
/// later than the onset is spared.
final class Rewiring implements Injection {

  private final World world;
  private final boolean[] members;
  private final Dose dose;
  private final Chance chance;
  private final BitSet changed = new BitSet(); // by edge

  Rewiring(Drift drift, World world, boolean[] members) {
    this.world = world;
    this.members = members;
    this.dose = new Dose(drift, world);
    this.chance = Chance.of(world.settings().seed(), "rewiring " + drift.onset());
  }

  @Override
  public void apply(int tick) {
    if (!dose.moveTo(tick)) {
      return;
    }
    var follows = world.follows();
    for (int edge = 0; edge < follows.edges(); edge++) {
      int user = follows.follower(edge);
      if (members[user]
          && !changed.get(edge)
          && world.presence().isThere(user, tick)
          && isDue(user, follows.followed(edge))) {
        changed.set(edge);
        world.society().decide(user, UNFOLLOW, follows.followed(edge));
        int other = chance.below(world.creators().settled(), user, edge, 1);
        world.society().decide(user, FOLLOW, world.creators().user(other));
      }
    }
  }

  private boolean isDue(int user, int other) {
    return chance.happens(dose.of(user), user, other, 0);
  }

  @Override
  public boolean[] affected() {
    return members.clone();
  }
}
