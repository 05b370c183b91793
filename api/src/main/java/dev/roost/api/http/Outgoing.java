package dev.roost.api.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Documents of answers, as clients read them. Components that are null are left out.
final class Outgoing {

  private Outgoing() {}

  /// Names what was created.
  record Created(String id) {}

  /// An account.
  record Account(
      String id,
      String externalId,
      String ageBand,
      String country,
      String language,
      String since,
      int follows,
      int posts,
      int engagements) {}

  /// What a repost repeats.
  record Original(String item, String author) {}

  /// A post, with how often it was engaged with by kind.
  record Post(
      String id,
      String author,
      String at,
      String topic,
      String language,
      String media,
      String text,
      @Nullable Original repostOf,
      Map<String, Integer> counts) {}

  /// A page of a feed.
  ///
  /// @param newer null of a ranked feed
  record Page(
      String request,
      String quality,
      @Nullable String model,
      List<Item> items,
      @Nullable String cursor,
      @Nullable String newer) {}

  /// An item of a page.
  record Item(
      String id,
      String author,
      String at,
      String topic,
      String language,
      String media,
      String text,
      @Nullable Original repostOf,
      Why why) {}

  /// Why an item is where it is.
  ///
  /// @param probability null if no model scored the item
  record Why(
      String source,
      boolean inNetwork,
      @Nullable Double probability,
      @Nullable Double value,
      int rankBefore,
      boolean exploring,
      double propensity,
      @Nullable List<Foretold> foretold) {}

  /// What a model foretold of an item for one kind of engagement, and what each feature added.
  record Foretold(
      String kind,
      double foretold,
      double weight,
      String additiveOn,
      double base,
      List<Added> added) {}

  /// What one feature added.
  record Added(String feature, float value, double add) {}

  /// How the service is.
  record Health(String status) {}
}
