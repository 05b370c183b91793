package dev.roost.model.drift;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/// All thresholds of a [DriftWatch].
///
/// @param window length of the windows given; divides 3 hours
/// @param warmUp time from the first window in which is only learned, no alarm raised but "blind";
///     a whole number of days, at least 2
/// @param falseIncidentEvery expected time between false incidents of all detectors together, where
///     their assumptions hold; at least 1 day
public record DriftSettings(
    Duration window,
    Duration warmUp,
    Duration falseIncidentEvery,
    Calibration calibration,
    Covariate covariate,
    Silence silence,
    Incidents incidents) {

  static final Duration DAY = Duration.ofDays(1);
  static final Duration BLOCK = Duration.ofHours(3);

  private static final int VIEWS = 2;
  private static final double CALIBRATION_SHARE = 0.5;
  private static final double DAILY_SHARE = 0.3;
  private static final double SILENCE_SHARE = 0.2;

  /// How slices are held against their baseline.
  ///
  /// @param ratios grid of observed over expected that is looked for, each in `(0, 100)` and not 1;
  ///     changes of less than about half the nearest are let pass
  /// @param leastChange smallest change of the ratio that is alarmed, in `(0, 1)`
  /// @param doubt how many standard deviations of the baseline's own doubt a change must exceed to
  ///     count at all, at least 0
  /// @param leastDeviations how many standard deviations, of counting and of doubt, both views must
  ///     lie from their baselines, the same way, at least 0
  /// @param overdispersion first guess of variance over mean of counts, at least 1
  /// @param spread first guess of the standard deviation of ln ratio from day to day (a new model a
  ///     day included), in `(0, 1)`
  /// @param wideSpread the same for all readers together, whom nobody else is compared with, and
  ///     for sources, whose few items of a day all share
  /// @param leastSpread below which that deviation is never estimated, in `(0, spread]`; twice as
  ///     much for all readers and for sources
  /// @param lag age at which a window enters the baseline: longer than drift takes to be alarmed,
  ///     shorter than the memory
  /// @param halfLife in which the baseline forgets half, positive
  /// @param memory how far back an onset is dated, at least the lag
  /// @param holdAtMost how long a slice in an incident keeps its old baseline, after which the new
  ///     level is taken for normal
  /// @param slicesPerDimension most values of one property that are watched, the first seen; at
  ///     least 1
  public record Calibration(
      List<Double> ratios,
      double leastChange,
      double doubt,
      double leastDeviations,
      double overdispersion,
      double spread,
      double wideSpread,
      double leastSpread,
      Duration lag,
      Duration halfLife,
      Duration memory,
      Duration holdAtMost,
      int slicesPerDimension) {

    public Calibration {
      ratios = List.copyOf(ratios);
      check(leastChange > 0 && leastChange < 1, "leastChange must be in (0, 1)", leastChange);
      check(
          within(leastDeviations, 0, 100), "leastDeviations must be in [0, 100]", leastDeviations);
      check(within(doubt, 0, 100), "doubt must be in [0, 100]", doubt);
      check(
          within(overdispersion, 1, 1_000), "overdispersion must be in [1, 1000]", overdispersion);
      check(
          wideSpread >= spread && wideSpread < 1, "wideSpread must be in [spread, 1)", wideSpread);
      check(spread > 0 && spread < 1, "spread must be in (0, 1)", spread);
      check(
          leastSpread > 0 && leastSpread <= spread,
          "leastSpread must be in (0, spread]",
          leastSpread);
      check(lag.isPositive(), "lag must be positive", lag);
      check(halfLife.isPositive(), "halfLife must be positive", halfLife);
      check(memory.compareTo(lag) >= 0, "memory must be at least the lag", memory);
      check(holdAtMost.isPositive(), "holdAtMost must be positive", holdAtMost);
      check(slicesPerDimension >= 1, "slicesPerDimension must be at least 1", slicesPerDimension);
    }
  }

  /// How features, and the model's power to tell items apart, are compared day by day.
  ///
  /// @param stride every how many examples one enters the histograms, at least 1
  /// @param bins quantile bins a feature, 2 to 100
  /// @param leastDivergence population stability index below which no day is alarmed, above 0
  /// @param leastMissing rise of the share of missing values below which no day is alarmed, in
  ///     `(0, 1)`
  /// @param leastSlope fall of the calibration slope below which no day is alarmed, above 0
  /// @param leastExamples examples in the histograms without which a day is not compared
  public record Covariate(
      int stride,
      int bins,
      double leastDivergence,
      double leastMissing,
      double leastSlope,
      int leastExamples) {

    public Covariate {
      check(stride >= 1, "stride must be at least 1", stride);
      check(bins >= 2 && bins <= 100, "bins must be in 2..100", bins);
      check(
          within(leastDivergence, 1e-6, 100),
          "leastDivergence must be in (0, 100]",
          leastDivergence);
      check(leastMissing > 0 && leastMissing < 1, "leastMissing must be in (0, 1)", leastMissing);
      check(within(leastSlope, 1e-6, 100), "leastSlope must be in (0, 100]", leastSlope);
      check(leastExamples >= 1, "leastExamples must be at least 1", leastExamples);
    }
  }

  /// When what does not arrive is alarmed.
  ///
  /// @param leastWindows windows without, at least 1
  /// @param caution share of the learned volume that is counted on, in `(0, 1]`
  public record Silence(int leastWindows, double caution) {
    public Silence {
      check(leastWindows >= 1, "leastWindows must be at least 1", leastWindows);
      check(caution > 0 && caution <= 1, "caution must be in (0, 1]", caution);
    }
  }

  /// How alarms become incidents.
  ///
  /// @param quiet time without alarm after which an incident closes, positive
  /// @param repeat least time between two findings of one slice in one incident, positive
  /// @param near share of the strongest slice's evidence from which on a coarser slice is named
  ///     instead, in `(0, 1]`
  public record Incidents(Duration quiet, Duration repeat, double near) {
    public Incidents {
      check(quiet.isPositive(), "quiet must be positive", quiet);
      check(repeat.isPositive(), "repeat must be positive", repeat);
      check(near > 0 && near <= 1, "near must be in (0, 1]", near);
    }
  }

  public DriftSettings {
    requireNonNull(calibration);
    requireNonNull(covariate);
    requireNonNull(silence);
    requireNonNull(incidents);
    check(
        window.isPositive() && BLOCK.toMillis() % Math.max(1, window.toMillis()) == 0,
        "window must divide 3 hours",
        window);
    check(
        warmUp.toDays() >= 2 && warmUp.equals(Duration.ofDays(warmUp.toDays())),
        "warmUp must be a whole number of days, at least 2",
        warmUp);
    check(
        falseIncidentEvery.compareTo(DAY) >= 0,
        "falseIncidentEvery must be at least a day",
        falseIncidentEvery);
  }

  /// Returns settings for some thousand readers, a model a day and windows of a quarter hour.
  ///
  /// The warm-up is six days because features that count over a week are still filling before, and
  /// each model then errs otherwise than the last.
  public static DriftSettings standard() {
    return new DriftSettings(
        Duration.ofMinutes(15),
        Duration.ofDays(6),
        Duration.ofDays(600),
        new Calibration(
            List.of(0.55, 0.7, 0.82, 1.22, 1.45, 1.8),
            0.13,
            2,
            3.5,
            2,
            0.06,
            0.2,
            0.03,
            Duration.ofHours(12),
            Duration.ofDays(3),
            Duration.ofDays(4),
            Duration.ofDays(7),
            12),
        new Covariate(4, 10, 0.25, 0.1, 0.2, 500),
        new Silence(4, 0.5),
        new Incidents(Duration.ofDays(2), Duration.ofDays(1), 0.7));
  }

  /// Returns how many windows a span holds.
  int windows(Duration span) {
    return Math.toIntExact(span.toMillis() / window.toMillis());
  }

  /// Returns the run length, in windows, that each of a slice's two detectors is given.
  public double sliceRunLength() {
    int slices = 1 + (Slice.Dimension.values().length - 1) * calibration.slicesPerDimension;
    return (double) windows(falseIncidentEvery) * slices * VIEWS / CALIBRATION_SHARE;
  }

  /// Returns the rate of false alarms a test and day that each daily test is given.
  ///
  /// @param tests number of daily tests, at least 1
  public double dailyRate(int tests) {
    return DAILY_SHARE / (falseIncidentEvery.toDays() * (double) tests);
  }

  /// Returns the rate of false alarms a window that each watched stream is given.
  ///
  /// @param streams number of streams, at least 1
  public double silenceRate(int streams) {
    return SILENCE_SHARE / ((double) windows(falseIncidentEvery) * streams);
  }

  private static boolean within(double value, double low, double high) {
    return value >= low && value <= high;
  }

  private static void check(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("drift settings: " + rule + ": " + value);
    }
  }
}
