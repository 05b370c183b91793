package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class RateTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final long HOUR = 3_600_000;
  private final Rate rate = new Rate(DAY);

  @Test
  void evenEventsGiveTheirRateAtAnyMoment() {
    forAll(
        gen -> {
          long every = gen.whole(1, 12) * HOUR;
          long start = gen.whole(0, 1_000) * HOUR;
          long now = start;
          long counts = 0;
          while (now < start + 3 * DAY.toMillis()) {
            counts = rate.after(counts, now);
            now += every;
          }
          double perDay = 24.0 / (every / (double) HOUR);

          assertThat(rate.perDay(counts, now)).isCloseTo(perDay, within(1.0 + 0.1 * perDay));
        });
  }

  /// At the end of a window the count is exact, whatever came when.
  @Test
  void countsAreExactAtTheEndOfAWindow() {
    forAll(
        gen -> {
          var times = new ArrayList<Long>();
          long now = gen.whole(0, 1_000_000);
          long counts = 0;
          for (int i = gen.whole(0, 200); i > 0; i--) {
            now += gen.whole(0, 20_000_000);
            times.add(now);
            counts = rate.after(counts, now);
          }
          long window = DAY.toMillis();
          long end = now / window * window + window - 1;
          long inWindow = times.stream().filter(at -> at / window == end / window).count();

          assertThat(rate.count(counts, end)).isCloseTo((double) inWindow, within(0.01));
        });
  }

  @Test
  void whatEndsFadesWithinTwoWindows() {
    long counts = 0;
    for (int hour = 0; hour < 48; hour++) {
      counts = rate.after(counts, hour * HOUR);
    }

    assertThat(rate.count(counts, 48 * HOUR)).isCloseTo(24, within(0.1));
    assertThat(rate.count(counts, 60 * HOUR)).isCloseTo(12, within(0.1));
    assertThat(rate.count(counts, 72 * HOUR)).isZero();
    assertThat(rate.count(counts, 10_000 * HOUR)).isZero();
  }

  @Test
  void aLateEventCountsAsOfThePresentWindow() {
    long counts = rate.after(rate.after(0, 30 * HOUR), 2 * HOUR);

    assertThat(rate.count(counts, 30 * HOUR)).isCloseTo(2, within(1e-9));
    assertThat(rate.count(counts, 2 * HOUR)).isCloseTo(2, within(1e-9));
  }

  @Test
  void anAssumedRateStandsForWhatWasNotObserved() {
    long counts = rate.after(0, 6 * HOUR);

    assertThat(rate.perDay(counts, 6 * HOUR, 4, 6 * HOUR)).isCloseTo(5, within(1e-9));
    assertThat(rate.perDay(counts, 6 * HOUR, 4, 12 * HOUR)).isCloseTo(4, within(1e-9));
    assertThat(rate.perDay(counts, 0, 4, 23 * HOUR)).isCloseTo(1 + 4 / 24.0, within(1e-9));
  }

  @Test
  void aTimeBeforeTheEpochHasAWindow() {
    long counts = rate.after(rate.after(0, -30 * HOUR), -29 * HOUR);

    assertThat(rate.count(counts, -25 * HOUR)).isCloseTo(2, within(1e-9));
  }
}
