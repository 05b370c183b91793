package dev.roost.simulator.scenario;

import java.time.Duration;
import java.util.regex.Pattern;

/// A change of the world that a scenario asks for.
public sealed interface Drift {

  /// Returns when it begins, after the start of the world.
  Duration onset();

  /// Returns how long it takes to become whole; zero if it is sudden.
  Duration ramp();

  /// Returns how strong it is, in `(0, 1]`.
  double magnitude();

  /// Returns its kind as scenarios name it.
  String kind();

  /// Returns the class of cause that a monitor should name.
  String suspect();

  /// Returns the readers it touches, as monitors name them.
  String slice();

  /// Readers of one country come to like what they did not: topics of the half that the country
  /// likes better change places with topics of the other half.
  ///
  /// @param country ISO 3166-1 alpha-2 code of one of the world's countries
  /// @param magnitude share of their value that is lost while a recommender serves six parts of
  ///     what they liked best before and four of what they like best now; in `(0, 1]`. All topics
  ///     change places from about 0.6 on, where no more can be lost
  record TasteFlip(String country, Duration onset, Duration ramp, double magnitude)
      implements Drift {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public TasteFlip {
      check(
          COUNTRY.matcher(country).matches(),
          "country must be two capitals, such as BR: " + country);
      check(!onset.isNegative(), "onset must not be negative: " + onset);
      check(!ramp.isNegative(), "ramp must not be negative: " + ramp);
      check(
          magnitude > 0 && magnitude <= 1, "magnitude must be above 0 and at most 1: " + magnitude);
    }

    @Override
    public String kind() {
      return "taste-flip";
    }

    @Override
    public String suspect() {
      return "concept";
    }

    @Override
    public String slice() {
      return "country=" + country;
    }

    private static void check(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalArgumentException(otherwise);
      }
    }
  }
}
