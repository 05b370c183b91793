package dev.roost.simulator.world;

/// How the day goes: how much more often than on average people come at an hour of their own clock.
final class Rhythm {

  private static final double[] BY_HOUR = {
    4, 2, 1, 1, 1, 2, 4, 7, 9, 9, 8, 9, 12, 11, 9, 8, 9, 11, 13, 15, 17, 17, 13, 8
  };

  private static final double MEAN = mean();

  private Rhythm() {}

  /// Returns the factor for a country at a time of day in UTC; its mean over a day is 1.
  static double at(Country country, int secondOfDay) {
    int minute = Math.floorMod(secondOfDay / 60 + country.offsetMinutes(), 24 * 60);
    return BY_HOUR[minute / 60] / MEAN;
  }

  private static double mean() {
    double sum = 0;
    for (double hour : BY_HOUR) {
      sum += hour;
    }
    return sum / BY_HOUR.length;
  }
}
