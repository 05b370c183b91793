package dev.roost.actors.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.train.Learner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScheduleTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Learner LEARNER = Learner.TREES_THEN_LOGISTIC;
  private static final LearnSettings SETTINGS =
      new LearnSettings(
          DAY,
          Duration.ofHours(1),
          Duration.ofHours(6),
          true,
          DAY,
          10,
          10,
          100,
          100,
          LEARNER,
          10,
          8,
          1);

  @Test
  void trainsOncePerPeriodFromTheFirstTick() {
    var schedule = new Schedule(SETTINGS, _ -> false);

    assertThat(schedule.due(START)).isEmpty();
    assertThat(schedule.due(START.plus(DAY).minusSeconds(1))).isEmpty();
    assertThat(schedule.due(START.plus(DAY)))
        .contains(new Schedule.Due("scheduled", Optional.empty()));
    assertThat(schedule.due(START.plus(DAY))).isEmpty();
  }

  @Test
  void answersAnIncidentAndMovesTheCalendar() {
    var schedule = new Schedule(SETTINGS, _ -> false);
    schedule.due(START);
    var stale = new Stale("country=BR", START.plus(Duration.ofHours(2)));
    schedule.react(3, START.plus(Duration.ofHours(4)), stale);

    assertThat(schedule.due(START.plus(Duration.ofHours(9)))).isEmpty();
    assertThat(schedule.due(START.plus(Duration.ofHours(10))))
        .contains(new Schedule.Due("incident-3", Optional.of(stale)));
    assertThat(schedule.due(START.plus(DAY))).isEmpty();
  }

  @Test
  void aFrozenScheduleTrainsNoMore() {
    var schedule = new Schedule(SETTINGS, at -> !at.isBefore(START.plus(DAY)));
    schedule.due(START);
    schedule.react(1, START, new Stale("all", START));

    assertThat(schedule.due(START.plus(DAY))).isEmpty();
    assertThat(schedule.due(START.plus(DAY.multipliedBy(3)))).isEmpty();
  }
}
