package dev.roost.model.learn;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Source;
import java.time.Instant;

/// One impression, with its features as served and what came of it within the attribution window.
///
/// A final class, not a record, because it owns an array: [#feature(int)] reads it, nobody writes
/// it.
public final class Example {

  /// The position of an item that was ranked, but shown at no place.
  public static final int UNPLACED = -1;

  /// What was served and to whom, known before the outcome.
  ///
  /// @param author who wrote the item; the original's author for a repost
  /// @param topic the post's own label, empty if none
  /// @param position place in the feed, counted from 0; [#UNPLACED] of an exhaustive ranking
  /// @param probability the model's probability as served, NaN if none scored it
  /// @param modelVersion the model that scored it, empty if none did
  public record Served(
      RequestId request,
      UserId reader,
      Profile profile,
      ItemId item,
      UserId author,
      String topic,
      Source source,
      int position,
      double probability,
      String modelVersion,
      Instant at) {

    public Served {
      requireNonNull(request);
      requireNonNull(reader);
      requireNonNull(profile);
      requireNonNull(item);
      requireNonNull(author);
      requireNonNull(topic);
      requireNonNull(source);
      requireNonNull(modelVersion);
      requireNonNull(at);
      if (position < UNPLACED) {
        throw new IllegalArgumentException("position must be at least -1: " + position);
      }
    }

    /// Returns the same item at a place of a later request's answer.
    public Served answering(RequestId later, Instant when, int place) {
      return new Served(
          later,
          reader,
          profile,
          item,
          author,
          topic,
          source,
          place,
          probability,
          modelVersion,
          when);
    }
  }

  private final Served served;
  private final float[] features;
  private final int kinds;
  private final float dwellSeconds;
  private final float weight;

  private Example(Served served, float[] features, int kinds, float dwellSeconds, float weight) {
    this.served = served;
    this.features = features;
    this.kinds = kinds;
    this.dwellSeconds = dwellSeconds;
    this.weight = weight;
  }

  /// Returns an example.
  ///
  /// @param features shape `[schema size]`, as served; owned by the example from here on
  /// @param kinds bits by ordinal of [EngagementKind], what the reader did
  /// @param dwellSeconds how long the reader looked at it, at least 0
  /// @param weight how many impressions it stands for when negatives are sampled, above 0
  public static Example of(
      Served served, float[] features, int kinds, float dwellSeconds, float weight) {
    if (!(dwellSeconds >= 0 && dwellSeconds < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("dwell must be finite and at least 0: " + dwellSeconds);
    }
    if (!(weight > 0 && weight < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight must be finite and above 0: " + weight);
    }
    return new Example(served, features, kinds, dwellSeconds, weight);
  }

  /// Returns what was served.
  public Served served() {
    return served;
  }

  /// Returns the number of features.
  public int featureCount() {
    return features.length;
  }

  /// Returns the value of a feature as served; NaN if it was missing.
  public float feature(int index) {
    return features[index];
  }

  /// Returns whether the item stood where it did for its value; a sponsored one did not.
  public boolean competed() {
    return served.source() != Source.SPONSORED;
  }

  /// Returns what the reader did, as bits by ordinal of [EngagementKind].
  public int kinds() {
    return kinds;
  }

  /// Returns whether the reader did this with the item.
  public boolean has(EngagementKind kind) {
    return (kinds >> kind.ordinal() & 1) == 1;
  }

  /// Returns whether the reader showed interest: a click, like, share or comment.
  public boolean isPositive() {
    for (var kind : EngagementKind.values()) {
      if (kind.isPositive() && has(kind)) {
        return true;
      }
    }
    return false;
  }

  /// Returns how long the reader looked at the item; 0 if they did not.
  public float dwellSeconds() {
    return dwellSeconds;
  }

  /// Returns this example standing for `factor` times as many impressions.
  public Example weighted(double factor) {
    return of(served, features, kinds, dwellSeconds, (float) (weight * factor));
  }

  /// Returns this example with another value of a feature.
  public Example with(int index, float value) {
    var others = features.clone();
    others[index] = value;
    return of(served, others, kinds, dwellSeconds, weight);
  }

  /// Returns how many impressions this one stands for.
  public float weight() {
    return weight;
  }
}
