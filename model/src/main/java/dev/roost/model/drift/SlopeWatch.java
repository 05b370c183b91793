package dev.roost.model.drift;

import dev.roost.model.metric.LogLoss;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Watches, day by day, how well scores still tell items apart: the part of the log loss that the
/// ratio of observed to expected does not show.
///
/// The calibration slope is the coefficient of the score's log odds in a logistic regression of
/// what happened: 1 as the model means it, 0 if scores say nothing. It is estimated by one step
/// from slope 1, after the mean is mended, and held against its own earlier days.
///
/// Source: Cox, [Two further applications of a model for binary
/// regression](https://doi.org/10.1093/biomet/45.3-4.562), Biometrika 45, 1958. O(1) an example.
final class SlopeWatch {

  static final String NAME = "slope";

  private final DriftSettings settings;
  private final int dayLength;
  private final double leastDeviate;
  private final OwnVariation slope = new OwnVariation(0.05);
  private long count;
  private double happened;
  private double expected;
  private double happenedLogit;
  private double expectedLogit;
  private double variance;
  private double varianceLogit;
  private double varianceLogitSquared;

  SlopeWatch(DriftSettings settings, double rate) {
    this.settings = settings;
    dayLength = settings.windows(DriftSettings.DAY);
    leastDeviate = OwnVariation.deviateOf(rate);
  }

  void add(double probability, boolean positive, double weight) {
    double given = Math.clamp(probability, LogLoss.MARGIN, 1 - LogLoss.MARGIN);
    double logit = StrictMath.log(given / (1 - given));
    double scatter = weight * given * (1 - given);
    count++;
    happened += positive ? weight : 0;
    expected += weight * given;
    happenedLogit += positive ? weight * logit : 0;
    expectedLogit += weight * given * logit;
    variance += scatter;
    varianceLogit += scatter * logit;
    varianceLogitSquared += scatter * logit * logit;
  }

  Optional<Alarm> endWindow(long windows, Instant to, boolean watching) {
    if (windows % dayLength != 0) {
      return Optional.empty();
    }
    Optional<Alarm> alarm = Optional.empty();
    if (count >= settings.covariate().leastExamples() && happened > 0 && isSpread()) {
      alarm = compare(estimate(), to, watching);
    }
    clear();
    return alarm;
  }

  private boolean isSpread() {
    return varianceLogitSquared * variance - varianceLogit * varianceLogit > 1e-9 * variance;
  }

  private double estimate() {
    double middle = varianceLogit / variance;
    double ratio = happened / expected;
    double surplus =
        (happenedLogit - middle * happened) - ratio * (expectedLogit - middle * expected);
    return 1 + surplus / (ratio * (varianceLogitSquared - middle * varianceLogit));
  }

  private Optional<Alarm> compare(double value, Instant to, boolean watching) {
    double score = slope.score(value);
    double fall = slope.mean() - value;
    if (watching && fall >= settings.covariate().leastSlope() && -score >= leastDeviate) {
      var evidence =
          String.format(
              Locale.ROOT,
              "calibration slope %.2f, usually %.2f, %.1f sd",
              value,
              slope.mean(),
              score);
      return Optional.of(
          new Alarm(
              NAME,
              Suspect.CONCEPT,
              Slice.WHOLE.label(),
              to.minus(DriftSettings.DAY),
              to,
              value - slope.mean(),
              score * score / 2,
              evidence));
    }
    slope.add(value);
    return Optional.empty();
  }

  private void clear() {
    count = 0;
    happened = 0;
    expected = 0;
    happenedLogit = 0;
    expectedLogit = 0;
    variance = 0;
    varianceLogit = 0;
    varianceLogitSquared = 0;
  }
}
