package dev.roost.api.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.chance.Chance;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {

  private static final int USERS = 500;
  private static final int EVENTS = 60_000;

  private static Schedule schedule(int readsPerPost, long seed) {
    return Schedule.draw(USERS, readsPerPost, EVENTS, seed);
  }

  private static int[] posts(Schedule schedule, int from, int to) {
    int[] counts = new int[USERS];
    for (int stretch = from; stretch < to; stretch++) {
      for (int i = 0; i < schedule.posts(); i++) {
        counts[schedule.author(stretch, i)]++;
      }
    }
    return counts;
  }

  private static int[] reads(Schedule schedule, int from, int to) {
    int[] counts = new int[USERS];
    for (int stretch = from; stretch < to; stretch++) {
      for (int i = 0; i < schedule.reads(); i++) {
        counts[schedule.reader(stretch, i)]++;
      }
    }
    return counts;
  }

  private static double correlation(int[] a, int[] b) {
    double meanA = IntStream.of(a).average().orElseThrow();
    double meanB = IntStream.of(b).average().orElseThrow();
    double both = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - meanA) * (b[i] - meanB);
      ofA += (a[i] - meanA) * (a[i] - meanA);
      ofB += (b[i] - meanB) * (b[i] - meanB);
    }
    return both / Math.sqrt(ofA * ofB);
  }

  @Test
  void readsAreAsManyTimesThePostsAsAskedForInEveryStretch() {
    for (int ratio : WorkPart.RATIOS) {
      var schedule = schedule(ratio, 7);

      assertThat(schedule.reads()).isEqualTo(ratio * schedule.posts());
      int events = schedule.stretches() * (schedule.posts() + schedule.reads());
      assertThat(events).isBetween(EVENTS / 2, EVENTS);
    }
  }

  @Test
  void ratesStayUntilTheDriftAndAreOthersAfterIt() {
    var schedule = schedule(1, 7);
    int[] warmUp = reads(schedule, 0, schedule.firstMeasured());
    int[] before = reads(schedule, schedule.firstMeasured(), schedule.drift());
    int[] after = reads(schedule, schedule.drift(), schedule.stretches());

    assertThat(correlation(warmUp, before)).isGreaterThan(0.9);
    assertThat(correlation(before, after)).isLessThan(0.3);
  }

  @Test
  void whoPostsMuchDoesNotForThatReadMuch() {
    var schedule = schedule(1, 7);
    int drift = schedule.drift();

    assertThat(correlation(posts(schedule, 0, drift), reads(schedule, 0, drift))).isLessThan(0.3);
  }

  @Test
  void timeGoesOnFromPostToPostAndFromReadToRead() {
    var schedule = schedule(5, 7);
    int last = schedule.stretches() - 1;

    assertThat(schedule.postAt(0, 0)).isEqualTo(Schedule.START);
    for (int stretch = 0; stretch < last; stretch++) {
      var next = schedule.postAt(stretch + 1, 0);
      assertThat(schedule.postAt(stretch, schedule.posts() - 1)).isBetween(Schedule.START, next);
      assertThat(schedule.readAt(stretch, schedule.reads() - 1)).isBetween(Schedule.START, next);
    }
    assertThat(schedule.postAt(last + 1, 0)).isEqualTo(Schedule.START.plus(Duration.ofDays(12)));
  }

  @Test
  void equalSeedsGiveEqualSchedules() {
    var first = schedule(5, 7);
    int end = first.stretches();

    assertThat(posts(schedule(5, 7), 0, end)).isEqualTo(posts(first, 0, end));
    assertThat(reads(schedule(5, 7), 0, end)).isEqualTo(reads(first, 0, end));
    assertThat(reads(schedule(5, 8), 0, end)).isNotEqualTo(reads(first, 0, end));
  }

  @Test
  void ratesAreLognormal() {
    int users = 20_000;
    int draws = 5_000_000;
    var rates = Rates.draw(users, Chance.of(7, "rates"), 0);
    int[] events = new int[users];
    for (int i = 0; i < draws; i++) {
      events[rates.user((i + 0.5) / draws)]++;
    }
    Arrays.sort(events);
    double median = events[users / 2];
    double oneSigmaAbove = events[(int) (users * 0.8413)];

    assertThat(Math.log(oneSigmaAbove / median)).isCloseTo(Rates.SIGMA, within(0.1));
    assertThat(rates.user(0)).isZero();
    assertThat(rates.user(Math.nextDown(1.0))).isEqualTo(users - 1);
  }
}
