package dev.roost.actors.registry;

import dev.roost.actors.learn.TrainerActor;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.Formula;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.LightRanker;
import dev.roost.model.rank.PlattScaling;
import dev.roost.model.rank.Provenance;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.score.TreeEnsemble;
import dev.roost.model.train.Training;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Models that foretell the same of everything, and impressions that they served.
final class TrialModels {

  static final double RATE = 0.25; // of positive engagements, whatever is served
  static final int IMPRESSIONS = 400;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final FeatureSchema SCHEMA = FeatureSchema.standard();

  private TrialModels() {}

  static RankingModel foretelling(String version, double probability) {
    return model(version, SCHEMA.hash(), probability, TokenEmbedding.empty("of " + version, 2));
  }

  static RankingModel ofAnotherSchema(String version) {
    return model(version, "another", RATE, TokenEmbedding.empty("of " + version, 2));
  }

  static RankingModel bearingNaN(String version) {
    return model(version, SCHEMA.hash(), RATE, placeless());
  }

  private static RankingModel model(
      String version, String schema, double probability, TokenEmbedding embedding) {
    var base = new double[Head.COUNT];
    Arrays.fill(base, Math.log(probability / (1 - probability)));
    return new RankingModel(
        version,
        schema,
        new Formula.OfTrees(TreeEnsemble.of(SCHEMA.size(), base, List.of())),
        Collections.nCopies(Head.COUNT - 1, PlattScaling.none()),
        LightRanker.none(),
        embedding,
        new Provenance(START, START, 9, 3, "data", "options", 7, "here"));
  }

  /// Returns a space in which the only item has no place.
  private static TokenEmbedding placeless() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF("placeless");
      out.writeInt(1); // dimension
      out.writeInt(1); // item
      out.writeLong(7);
      out.writeFloat(1);
      out.writeFloat(Float.NaN);
      out.writeInt(0); // writers, topics, cohorts
      out.writeInt(0);
      out.writeInt(0);
      return TokenEmbedding.read(
          new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TrainerActor.NewModel made(RankingModel model, String cause, boolean urgent, Instant at) {
    var evaluation = new Training.Evaluation(9, 0.5, 0.7, 1, 1);
    return new TrainerActor.NewModel(at, cause, urgent, new Training.Trained(model, evaluation));
  }

  /// Returns impressions of many readers.
  ///
  /// @param foretold by the version that served them
  /// @param rate of positive engagements
  static List<Example> served(String version, double foretold, double rate, Instant at) {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < IMPRESSIONS; i++) {
      var served =
          new Example.Served(
              new RequestId(i),
              new UserId(i % 50),
              Profile.unknown(),
              new ItemId(i),
              new UserId(2),
              "",
              Source.FRESH,
              0,
              foretold,
              version,
              at);
      boolean positive = i % 20 < 20 * rate;
      int kinds =
          1 << EngagementKind.IMPRESSION.ordinal()
              | (positive ? 1 << EngagementKind.CLICK.ordinal() : 0);
      examples.add(Example.of(served, new float[SCHEMA.size()], kinds, 0, 1));
    }
    return examples;
  }
}
