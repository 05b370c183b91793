package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;

/// What is in the air: topics that rise on some days, all at once, and fade over the next ones.
final class Tides {

  private static final int DAYS_KEPT = 12; // after which nothing is left

  private final ContentSettings settings;
  private final int ticksPerDay;
  private final Chance chance;

  Tides(WorldSettings world) {
    this.settings = world.shape().content();
    this.ticksPerDay = world.ticksPerDay();
    this.chance = Chance.of(world.seed(), "tides");
  }

  /// Returns how much is written about a topic that is off any niche; 1 without a tide.
  double height(int topic, int tick) {
    double height = 1;
    int today = tick / ticksPerDay;
    for (int day = Math.max(0, today - DAYS_KEPT); day <= today; day++) {
      int onset = day * ticksPerDay + chance.below(ticksPerDay, topic, day, 1);
      if (onset <= tick && chance.happens(settings.tide(), topic, day, 0)) {
        double days = (double) (tick - onset) / ticksPerDay;
        height += settings.tideHeight() * StrictMath.pow(0.5, days / settings.tideDays());
      }
    }
    return height;
  }

  /// Returns an established topic, each in proportion to its height.
  int topic(double uniform, int tick) {
    var upTo = new double[Topics.ESTABLISHED];
    double sum = 0;
    for (int topic = 0; topic < upTo.length; topic++) {
      sum += height(topic, tick);
      upTo[topic] = sum;
    }
    int topic = 0;
    while (topic < upTo.length - 1 && upTo[topic] <= uniform * sum) {
      topic++;
    }
    return topic;
  }
}
