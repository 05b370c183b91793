package dev.roost.model.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CountryLevelsTest {

  private final CountryLevels levels = new CountryLevels(3);

  private void day(String country, double observed, double expected) {
    levels.add(country, observed, expected);
  }

  private double factor(String country) {
    return levels.add(country, 0, 0);
  }

  @Test
  void aCountryOnWhichTheModelErrsIsLevelledAtOnce() {
    day("BR", 120, 100);
    day("US", 280, 300);
    levels.endDay(true);

    assertThat(factor("BR")).isCloseTo(1.2, within(1e-12));
    assertThat(factor("US")).isCloseTo(280 / 300.0, within(1e-12));
  }

  @Test
  void whatMovesAllCountriesAlikeMovesNoLevel() {
    day("BR", 50, 100);
    day("US", 150, 300);
    levels.endDay(true);

    assertThat(factor("BR")).isCloseTo(1, within(1e-12));
  }

  @Test
  void aCountryThatComesLaterIsLearnedAsFastAsTheFirst() {
    for (int i = 0; i < 5; i++) {
      day("US", 100, 100);
      levels.endDay(true);
    }
    day("US", 200, 200);
    day("BR", 200, 100);
    levels.endDay(true);

    assertThat(factor("BR")).isCloseTo(2 / (400 / 300.0), within(1e-12));
  }

  @Test
  void aDayWithoutEnoughEventsOrUnderAnIncidentTeachesNothing() {
    day("BR", 49, 10);
    day("US", 500, 500);
    levels.endDay(true);
    assertThat(factor("BR")).isEqualTo(1);

    day("BR", 400, 100);
    day("US", 500, 500);
    levels.forgetDay();
    levels.endDay(true);
    assertThat(factor("BR")).isEqualTo(1);
  }

  @Test
  void levelsCountOnlyFromWhenTheyApply() {
    day("BR", 120, 100);
    day("US", 280, 300);
    levels.endDay(false);

    assertThat(factor("BR")).isEqualTo(1);
  }

  @Test
  void onlySoManyCountriesHaveALevel() {
    for (var country : new String[] {"A", "B", "C", "D"}) {
      day(country, country.equals("D") ? 300 : 100, 100);
    }
    levels.endDay(true);

    assertThat(factor("D")).isEqualTo(1);
  }
}
