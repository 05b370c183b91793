package dev.roost.model.fault;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.feature.Feature;
import dev.roost.model.learn.Example;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What a feature would be if it were made after the outcome that it is to foretell.
///
/// A count has grown by what the reader did with this very item, a time since the last positive
/// engagement is 0 after one, and the flag of one is raised.
///
/// Source: Kaufman, Rosset, Perlich and Stitelman, [Leakage in data
/// mining](https://doi.org/10.1145/2382577.2382579), ACM TKDD 6(4), 2012.
public final class Backfill {

  private static final Set<Feature> TIMES =
      Set.of(
          Feature.SINCE_LAST,
          Feature.SINCE_POSITIVE,
          Feature.SINCE_TOPIC,
          Feature.SINCE_WRITER,
          Feature.SINCE_ENGAGED);

  /// Names of the features that tell an outcome if they are made after it.
  public static final List<String> FEATURES =
      Arrays.stream(Feature.values()).filter(Backfill::tells).map(Feature::label).toList();

  private Backfill() {}

  /// Returns whether a feature tells an outcome if it is made after it.
  public static boolean tells(Feature feature) {
    return feature == Feature.ENGAGED_BEFORE
        || TIMES.contains(feature)
        || Arrays.stream(EngagementKind.values()).anyMatch(kind -> counts(feature, kind));
  }

  private static boolean counts(Feature feature, EngagementKind kind) {
    var words = List.of(feature.label().split("-", -1));
    return switch (kind) {
      case CLICK -> words.contains("clicks") || words.contains("positives");
      case LIKE -> words.contains("likes") || words.contains("positives");
      case SHARE -> words.contains("shares") || words.contains("positives");
      case COMMENT -> words.contains("comments") || words.contains("positives");
      case HIDE, REPORT -> words.contains("hides");
      case IMPRESSION, VIEW -> false;
    };
  }

  /// Returns the value after the outcome.
  static float after(Feature feature, Example example) {
    float honest = example.feature(feature.ordinal());
    if (feature == Feature.ENGAGED_BEFORE) {
      return example.isPositive() ? 1 : honest;
    }
    if (TIMES.contains(feature)) {
      return example.isPositive() ? 0 : honest;
    }
    long more =
        Arrays.stream(EngagementKind.values())
            .filter(kind -> example.has(kind) && counts(feature, kind))
            .count();
    return more == 0 ? honest : Feature.log(Feature.count(honest) + more);
  }
}
