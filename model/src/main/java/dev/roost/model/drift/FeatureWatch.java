package dev.roost.model.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Compares one feature's newest day with the days before, by its own day-to-day variation.
///
/// The population stability index of a whole day against a fading reference is free of the rhythm
/// of a day, and its logarithm is held against that of earlier days, so a feature that wanders
/// normally may wander. Bins are the quantiles of a sample from the first half of the warm-up. The
/// same is done with the share of missing values. Coarse faults, a feature gone missing or
/// constant, are seen within a block of hours.
///
/// The reference fades with a half-life of three days: a creeping change of weeks is not its
/// business.
final class FeatureWatch {

  static final String DISTRIBUTION = "distribution";
  static final String MISSING = "missing";
  static final String CONSTANT = "constant";

  private static final int SAMPLE = 4_096;
  private static final double FADE = StrictMath.pow(2, -1 / 3.0);
  private static final double COARSE = 0.5; // rise of the missing share that needs no statistics
  private static final double LEAST_INDEX = 1e-4;

  private final WatchedFeature feature;
  private final DriftSettings.Covariate settings;
  private final double leastDeviate;
  private final float[] sample = new float[SAMPLE];
  private int sampled;
  private long offered;
  private long sampleStride = 1;
  private Optional<QuantileBins> bins = Optional.empty();
  private Histogram today = new Histogram(1);
  private Histogram reference = new Histogram(1);
  private final OwnVariation index = new OwnVariation(0.5);
  private final OwnVariation missing = new OwnVariation(0.03);
  private final Block block = new Block();
  private boolean wasConstant;
  private boolean wasBlock;

  FeatureWatch(WatchedFeature feature, DriftSettings.Covariate settings, double rate) {
    this.feature = feature;
    this.settings = settings;
    leastDeviate = OwnVariation.deviateOf(rate);
  }

  void add(float value, double weight) {
    boolean isMissing = feature.isMissing(value);
    block.add(value, isMissing);
    if (bins.isPresent()) {
      var known = bins.get();
      today.add(isMissing ? known.missing() : known.of(value), weight);
    } else if (!isMissing) {
      sample(value);
    }
  }

  private void sample(float value) {
    if (offered++ % sampleStride != 0) {
      return;
    }
    if (sampled == SAMPLE) {
      for (int i = 0; i < SAMPLE / 2; i++) {
        sample[i] = sample[2 * i];
      }
      sampled = SAMPLE / 2;
      sampleStride *= 2;
    }
    sample[sampled++] = value;
  }

  /// Ends a block of hours: looks for coarse faults.
  Optional<Alarm> endBlock(Instant from, Instant to, boolean watching) {
    Optional<Alarm> alarm = Optional.empty();
    if (block.count >= settings.leastExamples()) {
      alarm = watching ? coarse(from, to) : Optional.empty();
      wasConstant |= !watching && block.isConstant(settings.leastExamples());
      wasBlock = true;
    }
    block.clear();
    return alarm;
  }

  private Optional<Alarm> coarse(Instant from, Instant to) {
    double before = missingBefore();
    double rise = block.missingShare() - before;
    if (rise >= COARSE) {
      return Optional.of(
          alarm(
              MISSING,
              from,
              to,
              rise,
              100,
              String.format(
                  Locale.ROOT, "missing %.3f, before %.3f", block.missingShare(), before)));
    }
    return wasBlock && !wasConstant && block.isConstant(settings.leastExamples())
        ? Optional.of(
            alarm(CONSTANT, from, to, 1, 100, String.format(Locale.ROOT, "always %s", block.least)))
        : Optional.empty();
  }

  private double missingBefore() {
    return bins.isPresent() && reference.total() > 0 ? reference.share(bins.get().missing()) : 0;
  }

  /// Ends a day: compares it, then lets it be part of the reference.
  ///
  /// @param fixing whether bins are to be fixed now if they are not yet
  List<Alarm> endDay(Instant from, Instant to, boolean fixing, boolean watching) {
    if (bins.isEmpty()) {
      if (fixing) {
        fixBins();
      }
      return List.of();
    }
    var alarms = new ArrayList<Alarm>();
    if (today.total() >= settings.leastExamples()) {
      if (reference.total() > 0) {
        compareIndex(from, to, watching).ifPresent(alarms::add);
        compareMissing(from, to, watching).ifPresent(alarms::add);
      }
      reference.fade(FADE);
      reference.merge(today);
    }
    today = new Histogram(bins.get().size());
    return alarms;
  }

  private void fixBins() {
    var fixed = QuantileBins.of(Arrays.copyOf(sample, sampled), settings.bins());
    bins = Optional.of(fixed);
    today = new Histogram(fixed.size());
    reference = new Histogram(fixed.size());
  }

  private Optional<Alarm> compareIndex(Instant from, Instant to, boolean watching) {
    double value = today.stabilityIndex(reference);
    double logarithm = StrictMath.log(Math.max(LEAST_INDEX, value));
    double score = index.score(logarithm);
    if (watching && value >= settings.leastDivergence() && score >= leastDeviate) {
      double usual = StrictMath.exp(index.mean());
      double bits = today.jensenShannon(reference);
      var evidence =
          String.format(
              Locale.ROOT,
              "PSI %.3f (usually %.4f), JS %.3f bits, %.1f sd",
              value,
              usual,
              bits,
              score);
      return Optional.of(alarm(DISTRIBUTION, from, to, value, score * score / 2, evidence));
    }
    index.add(logarithm);
    return Optional.empty();
  }

  private Optional<Alarm> compareMissing(Instant from, Instant to, boolean watching) {
    double share = today.share(bins.orElseThrow().missing());
    double before = missingBefore();
    double angle = Math.asin(Math.sqrt(share));
    double score = missing.score(angle);
    if (watching && share - before >= settings.leastMissing() && score >= leastDeviate) {
      var evidence =
          String.format(Locale.ROOT, "missing %.3f, before %.3f, %.1f sd", share, before, score);
      return Optional.of(alarm(MISSING, from, to, share - before, score * score / 2, evidence));
    }
    missing.add(angle);
    return Optional.empty();
  }

  private Alarm alarm(
      String monitor, Instant from, Instant to, double effect, double strength, String evidence) {
    return new Alarm(
        monitor,
        Suspect.COVARIATE,
        "feature=" + feature.name(),
        from,
        to,
        effect,
        strength,
        evidence);
  }

  /// What a block of hours held.
  private static final class Block {
    private int count;
    private int missing;
    private float least = Float.POSITIVE_INFINITY;
    private float greatest = Float.NEGATIVE_INFINITY;

    void add(float value, boolean isMissing) {
      count++;
      if (isMissing) {
        missing++;
      } else {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }

    /// Whether all of enough values are the same; a few that are there among many missing may be.
    boolean isConstant(int enough) {
      return count - missing >= enough && least == greatest;
    }

    double missingShare() {
      return (double) missing / count;
    }

    void clear() {
      count = 0;
      missing = 0;
      least = Float.POSITIVE_INFINITY;
      greatest = Float.NEGATIVE_INFINITY;
    }
  }
}
