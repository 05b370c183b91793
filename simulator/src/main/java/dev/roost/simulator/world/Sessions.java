package dev.roost.simulator.world;

import java.util.Arrays;

/// When people come: about 1.3 times a day each, more often in the evening of their own clock.
public final class Sessions {

  private static final double PER_DAY = 1.3;
  private static final double MOST_PER_TICK = 0.9;
  private static final double READS_ON = 0.2;

  private final WorldSettings settings;
  private final Population people;
  private final Fate fate;

  Sessions(WorldSettings settings, Population people) {
    this.settings = settings;
    this.people = people;
    this.fate = settings.fate("sessions");
  }

  /// Returns who comes during a tick, ascending.
  public int[] due(int tick) {
    var due = new int[people.size()];
    int count = 0;
    var chance = fate.at(tick);
    double[] byCountry = expected(tick);
    for (int user = 0; user < people.size(); user++) {
      double expected = people.activity(user) * byCountry[people.country(user).ordinal()];
      if (chance.happens(Math.min(MOST_PER_TICK, expected), user, tick, 0)) {
        due[count++] = user;
      }
    }
    return Arrays.copyOf(due, count);
  }

  private double[] expected(int tick) {
    int perDay = settings.ticksPerDay();
    int secondOfDay = tick % perDay * settings.tickSeconds();
    var expected = new double[Country.values().length];
    for (var country : Country.values()) {
      expected[country.ordinal()] = PER_DAY / perDay * Rhythm.at(country, secondOfDay);
    }
    return expected;
  }

  /// Returns when in the first half of the tick a user comes, in seconds from the start.
  public int second(int user, int tick) {
    int half = Math.max(1, settings.tickSeconds() / 2);
    return tick * settings.tickSeconds() + fate.at(tick).below(half, user, tick, 1);
  }

  /// Returns whether a user asks for a second feed.
  public boolean readsOn(int user, int tick) {
    return fate.at(tick).happens(READS_ON, user, tick, 2);
  }
}
