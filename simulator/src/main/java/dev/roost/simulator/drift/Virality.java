package dev.roost.simulator.drift;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.World;
import java.util.Arrays;

/// Lets the newest posts of known creators please everybody, and lets many repost them.
final class Virality implements Injection {

  private final World world;
  private final int posts;
  private final double lift;
  private final double reposts;
  private final boolean[] people;
  private final Dose dose;
  private final Chance chance;
  private int[] chosen = new int[0];
  private double lifted;

  Virality(Drift drift, World world, int posts, boolean[] people) {
    this.world = world;
    this.posts = posts;
    this.lift = drift.options().number("lift");
    this.reposts = drift.options().number("reposts");
    this.people = people;
    this.dose = new Dose(drift, world);
    this.chance = Chance.of(world.settings().seed(), "virality " + drift.onset());
  }

  @Override
  public void apply(int tick) {
    boolean isChanged = dose.moveTo(tick);
    if (chosen.length == 0 && dose.ofAll() > 0) {
      chosen = Known.newestItems(world, posts);
      spread(tick);
      isChanged = true;
    }
    if (isChanged) {
      double due = lift * dose.ofAll();
      for (int item : chosen) {
        world.content().lift(item, due - lifted);
      }
      lifted = chosen.length == 0 ? 0 : due;
    }
  }

  private void spread(int tick) {
    for (int nth = 0; nth < chosen.length; nth++) {
      for (int user = 0; user < people.length; user++) {
        if (people[user]
            && world.presence().isThere(user, tick)
            && chance.happens(reposts, user, nth, 0)) {
          world.repost(user, chosen[nth], tick, nth);
        }
      }
    }
  }

  /// Returns the items that please everybody, in order of time; empty before.
  int[] chosen() {
    return Arrays.copyOf(chosen, chosen.length);
  }

  @Override
  public boolean[] affected() {
    return people.clone();
  }
}
