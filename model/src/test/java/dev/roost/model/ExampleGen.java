package dev.roost.model;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Examples for tests of learning.
public final class ExampleGen {

  /// When the first example was served.
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private ExampleGen() {}

  /// Returns an example of the standard schema whose features are all "unknown".
  public static Example example(
      long reader, Profile profile, long item, long author, String topic, boolean positive) {
    var schema = FeatureSchema.standard();
    var features = new float[schema.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = schema.column(i).missing();
    }
    return of(served(reader, profile, item, author, topic, START), features, positive);
  }

  /// Returns an example.
  public static Example of(Example.Served served, float[] features, boolean positive) {
    int kinds = 1 << EngagementKind.IMPRESSION.ordinal();
    return Example.of(
        served, features, positive ? kinds | (1 << EngagementKind.CLICK.ordinal()) : kinds, 0, 1);
  }

  /// Returns what was served, at place 0 of a request named by reader and item.
  public static Example.Served served(
      long reader, Profile profile, long item, long author, String topic, Instant at) {
    return served(reader, profile, item, author, topic, 0, at);
  }

  /// Returns what was served at this place.
  public static Example.Served servedAt(int position) {
    return served(1, Profile.unknown(), 1, 1, "", position, START);
  }

  private static Example.Served served(
      long reader,
      Profile profile,
      long item,
      long author,
      String topic,
      int position,
      Instant at) {
    return new Example.Served(
        new RequestId(reader * 1_000_003 + item),
        new UserId(reader),
        profile,
        new ItemId(item),
        new UserId(author),
        topic,
        Source.TRENDING,
        position,
        Double.NaN,
        "",
        at);
  }

  /// Returns examples, one a second, whose chance of a click rises with the first two features.
  public static List<Example> learnable(Gen gen, int count) {
    int size = FeatureSchema.standard().size();
    var examples = new ArrayList<Example>();
    for (int i = 0; i < count; i++) {
      var features = new float[size];
      for (int f = 0; f < size; f++) {
        features[f] = (float) gen.between(-1, 1);
      }
      double chance = 0.2 + 0.3 * (features[0] > 0 ? 1 : 0) + 0.3 * (features[1] > 0 ? 1 : 0);
      var at = START.plus(Duration.ofSeconds(i));
      var served = served(i, Profile.unknown(), i, 1, "", at);
      examples.add(of(served, features, gen.between(0, 1) < chance));
    }
    return examples;
  }
}
