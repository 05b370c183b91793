package dev.roost.simulator.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.simulator.port.FeedPort.Monitors;
import dev.roost.simulator.port.TickSummary.Alarm;
import dev.roost.simulator.report.Score.Outcome;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.scenario.DriftKind;
import dev.roost.simulator.scenario.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ScoreboardTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Monitors MONITORS =
      new Monitors(Set.of("calibration", "slope"), Duration.ofDays(4));
  private static final Drift FLIP =
      Drift.sudden(DriftKind.TASTE_FLIP, Slice.parse("country=BR"), Duration.ofDays(11));

  private static Alarm alarm(double day, int incident, String monitor, String slice) {
    var at = day(day);
    return new Alarm(
        at, incident, monitor, "concept", slice, at.minus(Duration.ofDays(1)), at, 0.7, "");
  }

  private static Instant day(double day) {
    return START.plus(Duration.ofMinutes((long) (day * 24 * 60)));
  }

  private static Scoreboard board(Alarm... alarms) {
    return new Scoreboard(List.of(FLIP), START, Duration.ofDays(7), MONITORS, List.of(alarms));
  }

  @Test
  void anAlarmAfterTheOnsetDetectsWithItsDelay() {
    var score = board(alarm(11.5, 1, "calibration", "country=BR")).scores().getFirst();

    assertThat(score.monitor()).isEqualTo("any");
    assertThat(score.outcome()).isEqualTo(Outcome.DETECTED);
    assertThat(score.delay()).isEqualTo(Duration.ofHours(12));
    assertThat(score.suspectRight()).isTrue();
    assertThat(score.onsetInside()).isTrue();
    assertThat(score.falseIncidents()).isZero();
  }

  @Test
  void alarmsBeforeTheOnsetOrAfterTheHorizonAreFalse() {
    var board =
        board(
            alarm(10.9, 1, "calibration", "country=BR"), alarm(18.5, 2, "log-loss", "country=BR"));

    assertThat(board.scores().getFirst().outcome()).isEqualTo(Outcome.MISSED);
    assertThat(board.scores().getFirst().delay()).isNull();
    assertThat(board.falseIncidents()).isEqualTo(2);
    assertThat(board.judged("main")).noneMatch(a -> a.explained());
  }

  @Test
  void anIncidentBelongsToTheInstantAtWhichItOpened() {
    var board =
        board(alarm(10, 1, "calibration", "all"), alarm(12, 1, "calibration", "country=BR"));

    assertThat(board.falseIncidents()).isEqualTo(1);
    assertThat(board.scores().getFirst().outcome()).isEqualTo(Outcome.MISSED);
  }

  @Test
  void theSuspectIsTheFirstSliceThatTheIncidentBlames() {
    var wide = alarm(11.2, 4, "log-loss", "all");
    var narrow = alarm(11.4, 4, "calibration", "country=BR");
    var board = board(wide, narrow);

    assertThat(board.opening(FLIP)).contains(wide);
    assertThat(board.naming(wide)).isEqualTo(narrow);
    assertThat(board.scores().getFirst().suspectRight()).isTrue();
  }

  @Test
  void aWrongSliceIsAWrongSuspect() {
    var score = board(alarm(11.5, 1, "calibration", "country=US")).scores().getFirst();

    assertThat(score.outcome()).isEqualTo(Outcome.DETECTED);
    assertThat(score.suspectRight()).isFalse();
  }

  @Test
  void eachMonitorHasItsLineAndMissesCount() {
    var board = board(alarm(3, 1, "psi", "all"), alarm(11.5, 2, "calibration", "country=BR"));

    assertThat(board.scores())
        .extracting(s -> s.monitor() + " " + s.outcome() + " " + s.falseIncidents())
        .containsExactly(
            "any DETECTED 1", "calibration DETECTED 0", "psi MISSED 1", "slope MISSED 0");
  }

  @Test
  void cleanDaysLeaveOutTheWarmUpAndTheTimeThatAnInjectionExplains() {
    assertThat(board().cleanDays(21)).isBetween(9.9, 10.0);
  }

  @Test
  void inAControlEveryIncidentIsFalse() {
    var board =
        new Scoreboard(
            List.of(), START, Duration.ofDays(7), MONITORS, List.of(alarm(3, 1, "psi", "all")));

    assertThat(board.falseIncidents()).isEqualTo(1);
    assertThat(board.scores()).extracting(s -> s.outcome()).containsOnly(Outcome.NOTHING_TO_DETECT);
  }
}
