package dev.roost.model.drift;

import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Watches every feature, day by day; see [FeatureWatch].
///
/// Examples are thinned by a stride, so a day costs O(examples / stride · features · log bins).
final class CovariateWatch {

  private static final Duration BLUR = Duration.ofHours(12); // a change late in a day hardly shows

  private final DriftSettings settings;
  private final List<FeatureWatch> features;
  private final int blockLength;
  private final int dayLength;
  private final int fixing;
  private long seen;

  /// Watches features with nothing seen yet.
  ///
  /// @param rate false alarms a test and day; there are two tests a feature
  CovariateWatch(DriftSettings settings, List<WatchedFeature> watched, double rate) {
    this.settings = settings;
    features = watched.stream().map(f -> new FeatureWatch(f, settings.covariate(), rate)).toList();
    blockLength = 2 * settings.windows(DriftSettings.BLOCK);
    dayLength = settings.windows(DriftSettings.DAY);
    fixing = settings.windows(settings.warmUp()) / 2;
  }

  void add(Example example) {
    if (seen++ % settings.covariate().stride() != 0) {
      return;
    }
    if (example.featureCount() != features.size()) {
      throw new IllegalArgumentException(
          "example has " + example.featureCount() + " features, watched are " + features.size());
    }
    for (int i = 0; i < features.size(); i++) {
      features.get(i).add(example.feature(i), example.weight());
    }
  }

  /// Ends a window; blocks and days end with it where they do.
  ///
  /// @param windows how many windows have ended, this one included
  List<Alarm> endWindow(long windows, Instant to, boolean watching) {
    var alarms = new ArrayList<Alarm>();
    if (windows % blockLength == 0) {
      var from = to.minus(settings.window().multipliedBy(blockLength));
      for (var feature : features) {
        feature.endBlock(from, to, watching).ifPresent(alarms::add);
      }
    }
    if (windows % dayLength == 0) {
      var from = to.minus(DriftSettings.DAY).minus(BLUR);
      for (var feature : features) {
        alarms.addAll(feature.endDay(from, to, windows >= fixing, watching));
      }
    }
    return alarms;
  }
}
