package dev.roost.model.drift;

import java.util.TreeMap;

/// By how much the model errs on each country for good.
///
/// Countries wake at different hours. Where the model errs on some of them for good, what all the
/// others did compared with what was expected of them has a rhythm of the day that no reader's
/// change explains. Expectations are therefore multiplied by their country's level before slices
/// are compared with the rest. Levels are learned in the first days and then follow slowly: a
/// tenth of the way a day.
///
/// O(countries) space.
final class CountryLevels {

  private static final double LEAST_EVENTS = 50; // of a country a day, to learn from it
  private static final double STEP = 0.1;

  private final int most;
  private final TreeMap<String, Level> levels = new TreeMap<>();

  /// Starts with level 1 everywhere.
  ///
  /// @param most number of countries that get a level of their own
  CountryLevels(int most) {
    this.most = most;
  }

  private static final class Level {
    private double observed;
    private double expected;
    private double logarithm;
    private int days;
    private double factor = 1;
  }

  /// Adds an example and returns the level of its country.
  ///
  /// @param observed positive engagements that it stands for
  /// @param expected as many as the model itself expected
  double add(String country, double observed, double expected) {
    var level = levels.get(country);
    if (level == null) {
      if (levels.size() >= most) {
        return 1;
      }
      level = new Level();
      levels.put(country, level);
    }
    level.observed += observed;
    level.expected += expected;
    return level.factor;
  }

  /// Ends a day: learns from it.
  ///
  /// @param applying whether levels count from now on
  void endDay(boolean applying) {
    double observed = 0;
    double expected = 0;
    for (var level : levels.values()) {
      observed += level.observed;
      expected += level.expected;
    }
    for (var level : levels.values()) {
      if (level.observed >= LEAST_EVENTS && level.expected > 0) {
        double now = StrictMath.log(level.observed / level.expected * expected / observed);
        level.logarithm += Math.max(STEP, 1.0 / ++level.days) * (now - level.logarithm);
      }
      level.factor = applying ? StrictMath.exp(level.logarithm) : 1;
    }
    forgetDay();
  }

  /// Ends a day without learning from it.
  void forgetDay() {
    for (var level : levels.values()) {
      level.observed = 0;
      level.expected = 0;
    }
  }
}
