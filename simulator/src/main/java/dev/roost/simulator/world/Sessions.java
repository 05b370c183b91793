package dev.roost.simulator.world;

import java.util.Arrays;

/// When people come: more often in the evening of their own clock, and at weekends.
public final class Sessions {

  private static final int WEEKEND = 5; // days from Monday on

  private final WorldSettings settings;
  private final SessionSettings shape;
  private final Population people;
  private final Presence presence;
  private final Conditions conditions;
  private final Fate fate;

  Sessions(WorldSettings settings, Population people, Presence presence, Conditions conditions) {
    this.settings = settings;
    this.shape = settings.shape().sessions();
    this.people = people;
    this.presence = presence;
    this.conditions = conditions;
    this.fate = settings.fate("sessions");
  }

  /// Returns who comes during a tick, ascending.
  public int[] due(int tick) {
    var due = new int[people.size()];
    int count = 0;
    var chance = fate.at(tick);
    double[] byCountry = expected(tick);
    for (int user = 0; user < people.size(); user++) {
      if (presence.isThere(user, tick) && !people.census().isBot(user)) {
        double expected =
            people.activity(user)
                * conditions.of(Dial.ACTIVITY, user)
                * byCountry[people.country(user).ordinal()];
        if (chance.happens(Math.min(shape.mostPerTick(), expected), user, tick, 0)) {
          due[count++] = user;
        }
      }
    }
    return Arrays.copyOf(due, count);
  }

  private double[] expected(int tick) {
    int perDay = settings.ticksPerDay();
    int second = tick * settings.tickSeconds();
    var expected = new double[Country.values().length];
    for (var country : Country.values()) {
      double season = isWeekend(country, second) ? shape.weekend() : 1;
      expected[country.ordinal()] =
          shape.perDay() / perDay * season * Rhythm.at(country, second % 86_400);
    }
    return expected;
  }

  /// Returns whether it is Saturday or Sunday on the clocks of a country.
  public static boolean isWeekend(Country country, int second) {
    int day = Math.floorDiv(second + 60 * country.offsetMinutes(), 86_400);
    return Math.floorMod(day, 7) >= WEEKEND;
  }

  /// Returns when in the first half of the tick a user comes, in seconds from the start.
  public int second(int user, int tick) {
    int half = Math.max(1, settings.tickSeconds() / 2);
    return tick * settings.tickSeconds() + fate.at(tick).below(half, user, tick, 1);
  }

  /// Returns whether a user asks for a second feed.
  public boolean readsOn(int user, int tick) {
    return fate.at(tick).happens(shape.readsOn(), user, tick, 2);
  }

  /// Returns how many items a user asks for where `usual` are usual.
  public int feedLength(int user, int usual) {
    float way = conditions.of(Dial.FEED_LENGTH, user);
    return Math.round(usual + way * (conditions.newFeedLength() - usual));
  }
}
