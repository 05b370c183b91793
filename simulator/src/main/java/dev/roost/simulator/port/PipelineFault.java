package dev.roost.simulator.port;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.UserId;
import dev.roost.model.fault.Backfill;
import dev.roost.model.fault.Touched;
import dev.roost.model.feature.Feature;
import dev.roost.model.feed.Source;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a simulation may ask a recommender to break in its own pipeline, in silence.
///
/// A fault touches a share of readers, drawn by a hash of the reader and [#name()]: whom a smaller
/// share touches, a larger one touches, too, so that a fault can grow. Unknown names are refused
/// with those that are known.
public sealed interface PipelineFault {

  /// Names of the features that may be broken: all but the place in the feed, which ranking and
  /// training set themselves.
  List<String> FEATURES =
      Arrays.stream(Feature.values())
          .filter(feature -> feature != Feature.POSITION)
          .map(Feature::label)
          .toList();

  /// Names of the sources that may be starved.
  List<String> SOURCES =
      EnumSet.range(Source.FOLLOWED_PUSH, Source.FRESH).stream().map(PipelineFault::word).toList();

  /// Returns the kind as scenarios call it, such as `feature-nulled`.
  String kind();

  /// Returns the share of readers touched, above 0 and at most 1.
  double share();

  /// Returns the features or the source that it is about, in kebab case; empty if none.
  default List<String> subjects() {
    return List.of();
  }

  /// Returns kind and subjects, which decide whom a share touches.
  default String name() {
    return subjects().isEmpty() ? kind() : kind() + " " + String.join(" ", subjects());
  }

  /// Returns whether a reader is touched.
  default boolean touches(UserId reader) {
    return Touched.of(share(), name()).holds(reader);
  }

  /// A feature has the value that stands for "unknown".
  record FeatureNulled(String feature, double share) implements PipelineFault {
    public FeatureNulled {
      checkFeature(feature);
      checkShare(share);
    }

    @Override
    public String kind() {
      return "feature-nulled";
    }

    @Override
    public List<String> subjects() {
      return List.of(feature);
    }
  }

  /// A feature has one value everywhere.
  ///
  /// @param value in the feature's unit, from -1e9 to 1e9
  record FeatureConstant(String feature, double value, double share) implements PipelineFault {
    public FeatureConstant {
      checkFeature(feature);
      checkRange(value, 1e9, "value");
      checkShare(share);
    }

    @Override
    public String kind() {
      return "feature-constant";
    }

    @Override
    public List<String> subjects() {
      return List.of(feature);
    }
  }

  /// A feature is multiplied, as by a change of unit; what is unknown stays so.
  ///
  /// @param factor from -1e6 to 1e6, not 1
  record FeatureScaled(String feature, double factor, double share) implements PipelineFault {
    public FeatureScaled {
      checkFeature(feature);
      checkRange(factor, 1e6, "factor");
      check((float) factor != 1, "factor must not be 1, which changes nothing");
      checkShare(share);
    }

    @Override
    public String kind() {
      return "feature-scaled";
    }

    @Override
    public List<String> subjects() {
      return List.of(feature);
    }
  }

  /// A feature has the value that was made first after the fault began, as from a cache that never
  /// expires: for a reader and an item, or for a reader if it tells of no item.
  record FeatureStale(String feature, double share) implements PipelineFault {
    public FeatureStale {
      checkFeature(feature);
      checkShare(share);
    }

    @Override
    public String kind() {
      return "feature-stale";
    }

    @Override
    public List<String> subjects() {
      return List.of(feature);
    }
  }

  /// Two features have each other's values.
  record FeatureSwapped(String feature, String other, double share) implements PipelineFault {
    public FeatureSwapped {
      checkFeature(feature);
      checkFeature(other);
      check(!feature.equals(other), "a feature must be swapped with another: " + feature);
      checkShare(share);
    }

    @Override
    public String kind() {
      return "feature-swapped";
    }

    @Override
    public List<String> subjects() {
      return List.of(feature, other);
    }
  }

  /// No model is trained, tried, promoted or taken back any more, for anybody.
  record ModelFrozen() implements PipelineFault {
    @Override
    public String kind() {
      return "model-frozen";
    }

    @Override
    public double share() {
      return 1;
    }
  }

  /// The champion's predecessor still ranks, as on a node that missed an installation.
  record ModelVersionSkew(double share) implements PipelineFault {
    public ModelVersionSkew {
      checkShare(share);
    }

    @Override
    public String kind() {
      return "model-version-skew";
    }
  }

  /// Tastes come from the predecessor's embedding, places of items from the champion's.
  record EmbeddingVersionSkew(double share) implements PipelineFault {
    public EmbeddingVersionSkew {
      checkShare(share);
    }

    @Override
    public String kind() {
      return "embedding-version-skew";
    }
  }

  /// A source of candidates finds nothing.
  ///
  /// @param source one of [#SOURCES]
  record SourceStarved(String source, double share) implements PipelineFault {
    public SourceStarved {
      checkKnown(source, SOURCES, "source");
      checkShare(share);
    }

    @Override
    public String kind() {
      return "source-starved";
    }

    @Override
    public List<String> subjects() {
      return List.of(source);
    }
  }

  /// The index of neighbours knows no item that came after the fault began.
  record IndexStale(double share) implements PipelineFault {
    public IndexStale {
      checkShare(share);
    }

    @Override
    public String kind() {
      return "index-stale";
    }
  }

  /// Ranking sees the right value of a feature, but `factor` times that plus `offset` is logged for
  /// training and monitors; what is unknown stays so.
  ///
  /// @param factor from -1e6 to 1e6; 1 for none
  /// @param offset in the feature's unit, from -1e9 to 1e9; 0 for none
  record TrainingServingSkew(String feature, double factor, double offset, double share)
      implements PipelineFault {
    public TrainingServingSkew {
      checkFeature(feature);
      checkRange(factor, 1e6, "factor");
      checkRange(offset, 1e9, "offset");
      check(
          (float) factor != 1 || (float) offset != 0,
          "a skew needs a factor other than 1 or an offset other than 0");
      checkShare(share);
    }

    @Override
    public String kind() {
      return "training-serving-skew";
    }

    @Override
    public List<String> subjects() {
      return List.of(feature);
    }
  }

  /// A feature is logged as it is after the outcome, the reader's own engagement included; ranking
  /// sees the honest value.
  ///
  /// @param feature one of [Backfill#FEATURES]
  record LeakyBackfill(String feature, double share) implements PipelineFault {
    public LeakyBackfill {
      checkKnown(feature, Backfill.FEATURES, "feature that an outcome can leak into");
      checkShare(share);
    }

    @Override
    public String kind() {
      return "leaky-backfill";
    }

    @Override
    public List<String> subjects() {
      return List.of(feature);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void checkFeature(String feature) {
    checkKnown(feature, FEATURES, "feature that may be broken");
  }

  private static void checkKnown(String name, List<String> known, String what) {
    requireNonNull(name);
    check(Set.copyOf(known).contains(name), "no " + what + ": " + name + "; known are " + known);
  }

  private static void checkRange(double value, double most, String name) {
    check(
        value >= -most && value <= most,
        "%s must be from %s to %s: %s".formatted(name, -most, most, value));
  }

  private static void checkShare(double share) {
    check(share > 0 && share <= 1, "share must be above 0, at most 1: " + share);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
