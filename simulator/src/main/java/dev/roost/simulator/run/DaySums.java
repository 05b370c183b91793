package dev.roost.simulator.run;

import dev.roost.model.domain.EngagementKind;
import dev.roost.simulator.baseline.Baseline;
import dev.roost.simulator.report.DaySeries.Day;
import dev.roost.simulator.world.Reading;
import java.util.ArrayList;
import java.util.List;

/// What the readers of one slice did, summed by day.
final class DaySums {

  private static final int BASELINES = Baseline.values().length;

  private final long[] feeds;
  private final long[] impressions;
  private final long[] engagements;
  private final long[] clicks;
  private final double[] value;
  private final int[] samples;
  private final double[] expected; // days × baselines

  DaySums(int days) {
    this.feeds = new long[days];
    this.impressions = new long[days];
    this.engagements = new long[days];
    this.clicks = new long[days];
    this.value = new double[days];
    this.samples = new int[days];
    this.expected = new double[days * BASELINES];
  }

  void add(int day, Reading reading, double worth) {
    feeds[day]++;
    impressions[day] += reading.onScreen();
    engagements[day] += engagements(reading);
    value[day] += worth;
    for (int position = 0; position < reading.onScreen(); position++) {
      clicks[day] += reading.did(EngagementKind.CLICK, position) ? 1 : 0;
    }
  }

  /// Returns how many engagements beyond impressions a reading holds.
  static int engagements(Reading reading) {
    int count = 0;
    for (int position = 0; position < reading.onScreen(); position++) {
      count += Integer.bitCount(reading.kinds(position) >> 1); // impression is the lowest bit
    }
    return count;
  }

  void sample(int day, double[] expectedValues) {
    samples[day]++;
    for (int baseline = 0; baseline < BASELINES; baseline++) {
      expected[day * BASELINES + baseline] += expectedValues[baseline];
    }
  }

  /// Adds the days of another; those past the last of both are left out.
  void addAll(DaySums other) {
    for (int day = 0; day < Math.min(feeds.length, other.feeds.length); day++) {
      feeds[day] += other.feeds[day];
      impressions[day] += other.impressions[day];
      engagements[day] += other.engagements[day];
      clicks[day] += other.clicks[day];
      value[day] += other.value[day];
      samples[day] += other.samples[day];
    }
    for (int i = 0; i < Math.min(expected.length, other.expected.length); i++) {
      expected[i] += other.expected[i];
    }
  }

  List<Day> days() {
    var days = new ArrayList<Day>(feeds.length);
    for (int day = 0; day < feeds.length; day++) {
      double served = mean(day, Baseline.SERVED);
      double chronological = mean(day, Baseline.CHRONOLOGICAL);
      double oracle = mean(day, Baseline.ORACLE);
      days.add(
          new Day(
              day,
              feeds[day],
              impressions[day],
              engagements[day],
              value[day],
              value[day] / feeds[day],
              (double) clicks[day] / impressions[day],
              samples[day],
              served,
              chronological,
              mean(day, Baseline.POPULARITY),
              oracle,
              100 * (served - chronological) / (oracle - chronological)));
    }
    return days;
  }

  private double mean(int day, Baseline baseline) {
    return expected[day * BASELINES + baseline.ordinal()] / samples[day];
  }
}
