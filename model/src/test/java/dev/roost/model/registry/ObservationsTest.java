package dev.roost.model.registry;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import dev.roost.model.metric.LogLoss;
import dev.roost.model.rank.Formula;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.LightRanker;
import dev.roost.model.rank.PlattScaling;
import dev.roost.model.rank.Provenance;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.rank.ValueFunction;
import dev.roost.model.registry.Evidence.Measure;
import dev.roost.model.registry.ModelVersion.Step;
import dev.roost.model.score.ScorerChoice;
import dev.roost.model.score.TreeEnsemble;
import dev.roost.model.train.Training;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ObservationsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Pace PACE = new Pace(HOUR, HOUR, 0.2);
  private static final int FEATURES = FeatureSchema.standard().size();
  private static final double SERVED = 0.25; // the champion's probability of everything

  private final Observations observations =
      new Observations(
          new RegistrySettings(PACE, PACE, 1, 0, 1, 0, HOUR, 0, HOUR, HOUR, 1),
          ValueFunction.positives());

  /// Returns a model that foretells the same of everything.
  private static Foreteller foretelling(double probability) {
    var base = new double[Head.COUNT];
    Arrays.fill(base, Math.log(probability / (1 - probability)));
    var model =
        new RankingModel(
            "any",
            FeatureSchema.standard().hash(),
            new Formula.OfTrees(TreeEnsemble.of(FEATURES, base, List.of())),
            Collections.nCopies(Head.COUNT - 1, PlattScaling.none()),
            LightRanker.none(),
            TokenEmbedding.empty("e1", 4),
            new Provenance(START, START, 9, 3, "hash", "options", 7, "here"));
    return new Foreteller(model, ScorerChoice.named("portable"));
  }

  private static Example example(String version, long reader, boolean positive, float value) {
    var served =
        new Example.Served(
            new RequestId(1),
            new UserId(reader),
            new Profile(AgeBand.UNKNOWN, "ZZ", "zz"),
            new ItemId(1),
            new UserId(2),
            "",
            Source.FRESH,
            3,
            SERVED,
            version,
            START);
    var features = new float[FEATURES];
    features[0] = value;
    int kinds =
        1 << EngagementKind.IMPRESSION.ordinal()
            | (positive ? 1 << EngagementKind.CLICK.ordinal() : 0);
    return Example.of(served, features, kinds, 0, 1);
  }

  private static Offer offer(String version) {
    return new Offer(
        version,
        version,
        "scheduled",
        false,
        new Provenance(START, START, 9, 3, "hash", "options", 7, "here"),
        new Training.Evaluation(9, 0.5, 0.7, 1, 1));
  }

  private static Step step(Stage stage) {
    return new Step(stage, START, "", Evidence.none());
  }

  private static ModelBook champion(String version) {
    return ModelBook.empty().offered(offer(version), START).promoted(version, step(Stage.CHAMPION));
  }

  private static ModelBook trial(Stage stage) {
    return champion("m1").offered(offer("m2"), START).tried("m2", 0.2, step(stage));
  }

  @Test
  void aShadowIsMeasuredOnWhatTheChampionServed() {
    forAll(
        gen -> {
          observations.follow(champion("m1"));
          observations.follow(trial(Stage.SHADOW));
          double probability = gen.between(0.05, 0.95);
          var examples = new ArrayList<Example>();
          double ours = 0;
          double theirs = 0;
          int count = gen.whole(2, 40);
          for (int i = 0; i < count; i++) {
            boolean positive = gen.either();
            examples.add(example("m1", i % 7, positive, 0));
            examples.add(example("m0", i % 7, !positive, 0));
            ours += LogLoss.of(probability, positive) / count;
            theirs += LogLoss.of(SERVED, positive) / count;
          }

          observations.add(START, examples, Map.of("m2", foretelling(probability)));

          var evidence = observations.onChallenger();
          assertThat(evidence.measure()).isEqualTo(Measure.LOG_LOSS);
          assertThat(evidence.impressions()).isEqualTo(count);
          assertThat(evidence.readers()).isEqualTo(Math.min(7, count));
          assertThat(evidence.ours()).isCloseTo(ours, within());
          assertThat(evidence.theirs()).isCloseTo(theirs, within());
          assertThat(evidence.worse()).isCloseTo(ours - theirs, within());
          assertThat(evidence.isSound()).isTrue();
        });
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }

  @Test
  void aRowThatNobodyCanReadCountsForNobody() {
    observations.follow(trial(Stage.SHADOW));

    observations.add(
        START, List.of(example("m1", 1, true, Float.NaN)), Map.of("m2", foretelling(0.5)));

    assertThat(observations.onChallenger()).isEqualTo(Evidence.of(Measure.LOG_LOSS));
  }

  @Test
  void aCanaryIsMeasuredByWhatItsReadersDidBesideTheOthers() {
    observations.follow(trial(Stage.CANARY));
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 40; i++) {
      examples.add(example("m2", i, i % 4 == 0, 0));
      examples.add(example("m1", 100 + i, i % 2 == 0, 0));
      examples.add(example("", 200 + i, true, 0));
    }

    observations.add(START, examples, Map.of());

    var evidence = observations.onChallenger();
    assertThat(evidence.measure()).isEqualTo(Measure.VALUE);
    assertThat(evidence.impressions()).isEqualTo(40);
    assertThat(evidence.otherImpressions()).isEqualTo(40);
    assertThat(evidence.ours()).isEqualTo(0.25);
    assertThat(evidence.theirs()).isEqualTo(0.5);
    assertThat(evidence.worse()).isEqualTo(0.25);
    assertThat(evidence.worseLow()).isBetween(0.0, 0.25);
    assertThat(evidence.worseHigh()).isBetween(0.25, 0.5);
  }

  @Test
  void aStageBeginsWithoutEvidence() {
    observations.follow(trial(Stage.SHADOW));
    observations.add(START, List.of(example("m1", 1, true, 0)), Map.of("m2", foretelling(0.5)));

    observations.follow(trial(Stage.CANARY));
    observations.follow(trial(Stage.SHADOW));

    assertThat(observations.onChallenger().impressions()).isZero();
  }

  @Test
  void aChampionIsWatchedForAWhile() {
    observations.follow(
        champion("m1").offered(offer("m2"), START).promoted("m2", step(Stage.CHAMPION)));
    var served = List.of(example("m2", 1, true, 0), example("m2", 2, true, 0));
    var predecessor = Map.of("m1", foretelling(0.5));

    observations.add(START, served, predecessor);
    observations.add(START.plus(HOUR), served, predecessor);

    var evidence = observations.onChampion(START);
    assertThat(evidence.impressions()).isEqualTo(2);
    assertThat(evidence.ours()).isCloseTo(-Math.log(SERVED), within());
    assertThat(evidence.theirs()).isCloseTo(Math.log(2), within());
    assertThat(observations.onChampion(START.plus(HOUR))).isEqualTo(Evidence.none());
  }
}
