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
      @Nullable List<Foretold> foretold,
      @Nullable Moves moves) {}

  /// What re-ranking did to an item: by what its value was multiplied, and whether that mattered.
  record Moves(
      int timesShown,
      double topicShown,
      double writerShown,
      double topicAbove,
      double writerAbove,
      boolean explored) {}

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

  /// What there is of models, newest first.
  record Models(
      @Nullable String champion,
      @Nullable String predecessor,
      @Nullable String challenger,
      double canaryShare,
      int offered,
      List<Model> models) {}

  /// A version of the model, and its life so far.
  record Model(
      String version,
      String hash,
      String stage,
      String cause,
      Provenance provenance,
      Evaluation evaluation,
      List<ModelStep> history) {}

  /// Where a model comes from.
  record Provenance(
      String from,
      String until,
      int rows,
      int positives,
      String dataHash,
      String options,
      String seed,
      String platform) {}

  /// How a model did on the newest slice, held out.
  record Evaluation(
      int rows,
      @Nullable Double auc,
      @Nullable Double logLoss,
      @Nullable Double normalisedEntropy,
      @Nullable Double calibration) {}

  /// A stage that a model entered.
  record ModelStep(String stage, String at, String reason, @Nullable Evidence evidence) {}

  /// On what a decision rests.
  record Evidence(
      String measure,
      long impressions,
      int readers,
      long otherImpressions,
      int otherReaders,
      @Nullable Double ours,
      @Nullable Double theirs,
      @Nullable Double worse,
      @Nullable Double worseLow,
      @Nullable Double worseHigh) {}
}
