package dev.roost.simulator.drift;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.World;
import java.time.Duration;

/// Lets people join one after another, evenly over some time.
final class Arriving implements Injection {

  private final Drift drift;
  private final World world;
  private final int first;
  private final int count;
  private final boolean[] people;
  private int joined;

  Arriving(Drift drift, World world, boolean[] people) {
    this.drift = drift;
    this.world = world;
    this.count = Muster.size(drift, world.people().census().settled());
    this.first = world.presence().claim(count);
    this.people = people;
  }

  @Override
  public void apply(int tick) {
    var now = Duration.ofSeconds((long) tick * world.settings().tickSeconds());
    if (now.compareTo(drift.onset()) < 0) {
      return;
    }
    double share =
        (double) now.minus(drift.onset()).toSeconds() / drift.options().span("over").toSeconds();
    int due = (int) Math.ceil(count * Math.min(1, share));
    while (joined < due) {
      world.presence().join(first + joined++, tick);
    }
  }

  @Override
  public boolean[] affected() {
    return people.clone();
  }
}
