package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FreshnessTest {

  private static final long STORED = 1_000_000;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.EPOCH.plusSeconds(3).plusNanos(1_999));

  private final Freshness freshness = Freshness.by(CLOCK);

  private void note(EdgeKind kind, long micros, long edges) {
    freshness.note(kind, STORED, STORED + micros, edges);
  }

  @Test
  void eachEdgeCountsOnceAndEachKindApart() {
    note(EdgeKind.PUSH, 2_000, 300_000);
    note(EdgeKind.PUSH, 80_000, 100_000);
    note(EdgeKind.PULL, 5_000, 3);

    var push = freshness.counts(EdgeKind.PUSH);
    assertThat(push.edges()).isEqualTo(400_000);
    assertThat(push.within(Duration.ofMillis(10))).isEqualTo(300_000);
    assertThat(push.quantile(0.5).toNanos() / 1e6).isCloseTo(2, within(0.02));
    assertThat(push.quantile(0.9).toNanos() / 1e6).isCloseTo(80, within(0.8));
    assertThat(push.sumSeconds()).isCloseTo(8_600, within(86.0));
    assertThat(freshness.counts(EdgeKind.PULL).edges()).isEqualTo(3);
  }

  @Test
  void quantilesAreKnownToOneInAHundred() {
    forAll(
        gen -> {
          var drawn = Freshness.by(CLOCK);
          long[] micros = new long[gen.whole(1, 200)];
          for (int i = 0; i < micros.length; i++) {
            micros[i] = gen.whole(0, 1 << gen.whole(1, 30));
            drawn.note(EdgeKind.PULL, STORED, STORED + micros[i], 1);
          }
          Arrays.sort(micros);

          int rank = gen.whole(1, micros.length + 1);
          double told =
              drawn.counts(EdgeKind.PULL).quantile((rank - 0.5) / micros.length).toNanos() / 1e3;
          assertThat(told).isBetween(micros[rank - 1] * 0.99 - 1, micros[rank - 1] * 1.01 + 1);
        });
  }

  @Test
  void whatSeemsVisibleBeforeItWasAcknowledgedTookNoTime() {
    note(EdgeKind.PUSH, -5_000, 4);

    assertThat(freshness.counts(EdgeKind.PUSH).within(Duration.ZERO)).isEqualTo(4);
    assertThat(freshness.counts(EdgeKind.PUSH).longest()).isZero();
  }

  @Test
  void whatTookLongerThanAnHourCountsAsAnHour() {
    note(EdgeKind.PUSH, Duration.ofDays(3).toMillis() * 1_000, 1);

    var counts = freshness.counts(EdgeKind.PUSH);
    assertThat(counts.longest().toSeconds()).isBetween(3_600L, 3_636L);
    assertThat(counts.within(Duration.ofDays(3))).isEqualTo(1);
    assertThat(counts.within(Duration.ofMinutes(50))).isZero();
  }

  @Test
  void anUnknownStampOrNobodyReachedIsNotNoted() {
    freshness.note(EdgeKind.PUSH, 0, STORED, 10);
    note(EdgeKind.PUSH, 10, 0);

    assertThat(freshness.counts(EdgeKind.PUSH).edges()).isZero();
    assertThat(freshness.counts(EdgeKind.PUSH).within(Duration.ofSeconds(1))).isZero();
    assertThat(freshness.counts(EdgeKind.PUSH).quantile(0.99)).isZero();
  }

  @Test
  void inVirtualTimeNothingIsNoted() {
    var unmeasured = Freshness.unmeasured();

    unmeasured.note(EdgeKind.PUSH, STORED, unmeasured.nowMicros(), 10);

    assertThat(unmeasured.counts(EdgeKind.PUSH).edges()).isZero();
  }

  @Test
  void whatWasCountedOnceDoesNotChange() {
    note(EdgeKind.PUSH, 1, 1);
    var counts = freshness.counts(EdgeKind.PUSH);

    note(EdgeKind.PUSH, 1, 1);

    assertThat(counts.edges()).isEqualTo(1);
    assertThat(freshness.counts(EdgeKind.PUSH).edges()).isEqualTo(2);
  }

  @Test
  void tellsTheTimeOfItsClockInMicroseconds() {
    assertThat(freshness.nowMicros()).isEqualTo(3_000_001);
  }

  @Test
  void aShareOutsideOfItsRangeIsRefused() {
    for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> freshness.counts(EdgeKind.PUSH).quantile(share));
    }
  }
}
