package dev.roost.simulator.drift;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.World;
import org.jspecify.annotations.Nullable;

/// Lets topics that a slice likes change places with topics that it does not.
///
/// The swap holds for all parts of a taste, so single people keep the shape of theirs: what
/// somebody felt for one topic they now feel for another. How many topics swap is found at the
/// onset, from the share of value that the drift shall take away. A drift that grows by readers
/// changes people one by one; an incremental one swaps pair after pair for all.
final class TasteFlipping implements Injection {

  private final Drift drift;
  private final World world;
  private final boolean[] members;
  private final float[] dials; // where each stands now
  private final Dose dose;
  private @Nullable TopicSwaps swaps; // null until the onset
  private double dial;

  TasteFlipping(Drift drift, World world, boolean[] members) {
    this.drift = drift;
    this.world = world;
    this.members = members;
    this.dials = new float[members.length];
    this.dose = new Dose(drift, world);
  }

  @Override
  public void apply(int tick) {
    if (!dose.moveTo(tick)) {
      return;
    }
    var decided = swaps == null ? decide(tick) : swaps;
    for (int user = 0; user < members.length; user++) {
      float due = (float) (dial * dose.of(user) / drift.magnitude());
      if (members[user] && due != dials[user]) {
        decided.swap(world.tastes(), user, dials[user]); // twice undoes it
        decided.swap(world.tastes(), user, due);
        dials[user] = due;
      }
    }
  }

  private TopicSwaps decide(int tick) {
    var chance = Chance.of(world.settings().seed(), "swaps of " + drift.slice().label());
    var sample = new Sample(world, members, tick);
    var decided = TopicSwaps.of(world.tastes(), members, sample.supply(), chance);
    dial = new FlipStrength(sample, decided).dialFor(drift.magnitude());
    swaps = decided;
    return decided;
  }

  @Override
  public boolean[] affected() {
    return members.clone();
  }
}
