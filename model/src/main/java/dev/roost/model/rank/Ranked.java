package dev.roost.model.rank;

import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.Quality;
import java.util.List;

/// An ordered feed with the feature rows as served.
///
/// A final class, not a record, because it owns arrays; nobody writes them.
public final class Ranked {

  private final Quality quality;
  private final String modelVersion;
  private final int candidates;
  private final List<FeedItem> items;
  private final float[][] features;
  private final double[] expected;

  Ranked(
      Quality quality,
      String modelVersion,
      int candidates,
      List<FeedItem> items,
      float[][] features,
      double[] expected) {
    this.quality = quality;
    this.modelVersion = modelVersion;
    this.candidates = candidates;
    this.items = List.copyOf(items);
    this.features = features;
    this.expected = expected;
  }

  /// Returns whether a model ordered it or time did.
  public Quality quality() {
    return quality;
  }

  /// Returns the model that ordered it, empty if none did.
  public String modelVersion() {
    return modelVersion;
  }

  /// Returns how many items competed.
  public int candidates() {
    return candidates;
  }

  /// Returns the items, first place first.
  public List<FeedItem> items() {
    return items;
  }

  /// Returns the feature row of the item at a place, at the neutral position; not to be written.
  public float[] features(int place) {
    return features[place];
  }

  /// Returns the model's probability of a positive engagement at this very place, or at the neutral
  /// one in an exhaustive ranking, to be held against what came of it; NaN if no model scored it.
  public double expected(int place) {
    return expected[place];
  }
}
