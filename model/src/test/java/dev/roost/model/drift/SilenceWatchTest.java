package dev.roost.model.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.chance.Chance;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SilenceWatchTest {

  private static final Instant START = SyntheticStream.START;
  private static final int DAY = 96;
  private static final double RATE = 1e-6;

  private final SilenceWatch watch =
      new SilenceWatch("traffic", DriftSettings.standard().silence(), RATE);

  private boolean hears(int window, int requests) {
    var from = START.plus(Duration.ofMinutes(15L * window));
    return watch.step(from, from.plus(Duration.ofMinutes(15)), requests).isEmpty();
  }

  /// Returns the volume of a service that sleeps from 0 to 6 o'clock.
  private static int usual(int window) {
    return window % DAY < 24 ? 0 : 20;
  }

  private void learn(int days) {
    for (int window = 0; window < days * DAY; window++) {
      assertThat(hears(window, usual(window))).as("window %s", window).isTrue();
    }
  }

  @Test
  void silenceByDayIsAlarmedWithinAnHour() {
    learn(3);
    int noon = 3 * DAY + 48;
    for (int window = 3 * DAY; window < noon; window++) {
      hears(window, usual(window));
    }
    assertThat(hears(noon, 0)).isTrue();
    assertThat(hears(noon + 1, 0)).isTrue();
    assertThat(hears(noon + 2, 0)).isTrue();
    assertThat(hears(noon + 3, 0)).isFalse();
    assertThat(watch.isAlarmed()).isTrue();
  }

  @Test
  void silenceNeverBecomesNormal() {
    learn(3);
    for (int window = 3 * DAY; window < 10 * DAY; window++) {
      assertThat(hears(window, 0)).isEqualTo(window < 3 * DAY + 25);
    }
    assertThat(hears(10 * DAY, 1)).isTrue();
    assertThat(watch.isAlarmed()).isFalse();
  }

  @Test
  void aSecondSilenceIsToldAsSoonAsTheFirst() {
    learn(3);
    int back = 10 * DAY + 24;
    for (int window = 3 * DAY; window < back; window++) {
      hears(window, 0);
    }
    assertThat(hears(back, 20)).isTrue();
    for (int window = back + 1; window <= back + 3; window++) {
      assertThat(hears(window, 0)).isTrue();
    }
    assertThat(hears(back + 4, 0)).isFalse();
  }

  @Test
  void silenceByNightIsNone() {
    learn(10);
    assertThat(watch.isAlarmed()).isFalse();
  }

  @Test
  void thinTrafficIsNoSilence() {
    for (int window = 0; window < 200 * DAY; window++) {
      int requests = Chance.of(3, "thin").happens(0.3, window, 0, 0) ? 1 : 0;
      assertThat(hears(window, requests)).isTrue();
    }
  }

  @Test
  void whatNeverSpokeIsNotMissed() {
    for (int window = 0; window < 5 * DAY; window++) {
      assertThat(hears(window, 0)).isTrue();
    }
  }
}
