package dev.roost.simulator.drift;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.Bots;
import dev.roost.simulator.world.World;
import java.util.Arrays;
import java.util.List;

/// Lets bots join, and leave when the drift is over.
final class Infiltration implements Injection {

  private final World world;
  private final int first;
  private final int count;
  private final double magnitude;
  private final boolean[] people;
  private final Dose dose;
  private int joined;
  private boolean isOver;

  private Infiltration(Drift drift, World world, Bots.Troop troop, boolean[] people) {
    this.world = world;
    this.first = troop.first();
    this.count = troop.count();
    this.magnitude = drift.magnitude();
    this.people = people;
    this.dose = new Dose(drift, world);
  }

  static Infiltration prepare(Drift drift, World world, boolean[] people) {
    var options = drift.options();
    int count = Muster.size(drift, world.people().census().settled());
    var troop =
        switch (drift.kind()) {
          case BOT_WAVE ->
              world
                  .bots()
                  .enlist(
                      Bots.Trade.CLICKS,
                      count,
                      options.number("feeds"),
                      options.number("clicks"),
                      List.of());
          case BRIGADE ->
              world
                  .bots()
                  .enlist(
                      Bots.Trade.BRIGADES, count, 0, 0, targets(world, options.number("targets")));
          case ENGAGEMENT_FARM ->
              world.bots().enlist(Bots.Trade.FARMS, count, options.number("posts"), 0, List.of());
          default -> throw new IllegalArgumentException("no bots for " + drift.kind().label());
        };
    return new Infiltration(drift, world, troop, people);
  }

  private static List<Integer> targets(World world, double most) {
    return Arrays.stream(Known.creators(world)).limit((long) most).boxed().toList();
  }

  @Override
  public void apply(int tick) {
    if (!dose.moveTo(tick)) {
      return;
    }
    int due = (int) Math.ceil(count * dose.ofAll() / magnitude);
    while (joined < due) {
      world.presence().join(first + joined++, tick);
    }
    if (due == 0 && joined > 0 && !isOver) {
      isOver = true;
      for (int bot = first; bot < first + joined; bot++) {
        world.presence().leave(bot, tick);
      }
    }
  }

  @Override
  public boolean[] affected() {
    return people.clone();
  }
}
