package dev.roost.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.ExampleGen;
import dev.roost.model.Gen;
import dev.roost.model.domain.Profile;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.Feature;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.ModelFile;
import dev.roost.model.score.ScorerChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class TrainerTest {

  private static final TrainSettings SETTINGS = settings(Learner.TREES_THEN_LOGISTIC, 7);
  private static final TokenEmbedding NOWHERE = TokenEmbedding.empty("e1", 4);

  private static TrainSettings settings(Learner learner, long seed) {
    return new TrainSettings(learner, 100, 5_000, 20, 4, 12, 10, 0.1, 0.7, 5_000, 1, 5, 0.2, seed);
  }

  private static List<Example> examples(int count) {
    return ExampleGen.learnable(Gen.ofSeed(1), count);
  }

  private static Training train(List<Example> examples) {
    return Trainer.train("m1", examples, NOWHERE, SETTINGS);
  }

  private static byte[] bytes(Training training) {
    return ModelFile.write(((Training.Trained) training).model());
  }

  @Test
  void learnsWhatIsThere() {
    var trained = (Training.Trained) train(examples(4_000));

    var evaluation = trained.evaluation();
    assertThat(evaluation.rows()).isEqualTo(400);
    assertThat(evaluation.auc()).isGreaterThan(0.62); // 0.69 is attainable
    assertThat(evaluation.normalisedEntropy()).isLessThan(0.97);
    assertThat(evaluation.calibration()).isCloseTo(1, within(0.2));
    assertThat(trained.model().check(FeatureSchema.standard())).isEmpty();
    assertThat(trained.model().provenance().rows()).isEqualTo(4_000);
  }

  @Test
  void equalSeedsGiveEqualBytesInAnyOrderAndFromTwoThreadsAtOnce() {
    var examples = examples(800);
    var shuffled = new ArrayList<>(examples);
    Collections.shuffle(shuffled, new Random(3));

    var first = CompletableFuture.supplyAsync(() -> bytes(train(examples)));
    var second = CompletableFuture.supplyAsync(() -> bytes(train(shuffled)));

    var alone = bytes(train(examples));
    assertThat(first.join()).isEqualTo(alone);
    assertThat(second.join()).isEqualTo(alone);
  }

  @Test
  void anotherSeedGivesAnotherModel() {
    var other = settings(Learner.TREES_THEN_LOGISTIC, 8);

    assertThat(bytes(Trainer.train("m1", examples(800), NOWHERE, other)))
        .isNotEqualTo(bytes(train(examples(800))));
  }

  @Test
  void weightsRestoreTheRateThatThinningHid() {
    var thinned = new ArrayList<Example>();
    double impressions = 0;
    double positives = 0;
    for (var example : examples(6_000)) {
      double draw = ((example.served().item().value() * 0x9e3779b97f4a7c15L) >>> 11) * 0x1p-53;
      impressions++;
      positives += example.isPositive() ? 1 : 0;
      if (example.isPositive()) {
        thinned.add(example);
      } else if (draw < 0.25) {
        thinned.add(example.weighted(4));
      }
    }
    var model = ((Training.Trained) train(thinned)).model();

    var scorer = model.compile(ScorerChoice.named("portable"));
    double expected = 0;
    for (var example : examples(6_000)) {
      var foretold = new double[Head.COUNT];
      scorer.foretell(Fold.row(example), 1, foretold);
      expected += foretold[Head.POSITIVE.ordinal()];
    }
    assertThat(expected / impressions).isCloseTo(positives / impressions, within(0.04));
  }

  @Test
  void learnsFromThePlaceWhereAnItemStoodIfItStoodAnywhere() {
    int position = Feature.POSITION.ordinal();
    var features = new float[FeatureSchema.standard().size()];
    features[position] = Feature.NEUTRAL_POSITION;

    var shown = ExampleGen.of(ExampleGen.servedAt(5), features, true);
    var ranked = ExampleGen.of(ExampleGen.servedAt(Example.UNPLACED), features, true);

    assertThat(Fold.row(shown)[position]).isEqualTo(5);
    assertThat(Fold.row(ranked)[position]).isEqualTo(Feature.NEUTRAL_POSITION);
  }

  @Test
  void refusesTooFewRows() {
    assertThat(train(examples(99))).isEqualTo(new Training.TooFewRows(99, 100));
  }

  @Test
  void refusesOneClassOnly() {
    var never =
        examples(300).stream()
            .map(
                e ->
                    ExampleGen.example(
                        1, Profile.unknown(), e.served().item().value(), 1, "", false))
            .toList();

    assertThat(train(never)).isEqualTo(new Training.OneClassOnly(240, 0));
  }

  @Test
  void refusesWhatIsNotFiniteAndNamesIt() {
    var examples = new ArrayList<>(examples(300));
    var features = new float[FeatureSchema.standard().size()];
    features[Feature.HOUR_OF_DAY.ordinal()] = Float.NaN;
    examples.set(50, ExampleGen.of(examples.get(50).served(), features, true));

    assertThat(train(examples))
        .isInstanceOfSatisfying(
            Training.Unsound.class,
            unsound -> assertThat(unsound.complaint()).startsWith("hour-of-day of p"));
  }

  @Test
  void refusesTreesThatRunOffToInfinity() {
    var greedy =
        new TrainSettings(
            Learner.TREES_THEN_LOGISTIC, 100, 5_000, 100, 6, 40, 1, 1, 0.4, 5_000, 1, 5, 0.2, 7);

    assertThat(Trainer.train("m1", examples(300), NOWHERE, greedy))
        .isInstanceOfSatisfying(
            Training.Unsound.class,
            unsound -> assertThat(unsound.complaint()).startsWith("the fit cannot be used"));
  }

  @Test
  void refusesRowsOfAnotherSchema() {
    var examples = new ArrayList<>(examples(300));
    examples.set(0, ExampleGen.of(examples.get(0).served(), new float[2], true));

    assertThat(train(examples)).isInstanceOf(Training.Unsound.class);
  }
}
