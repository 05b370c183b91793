package dev.roost.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.ExampleGen;
import dev.roost.model.Gen;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.Profile;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.ModelFile;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.score.ScorerChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HeadsTest {

  private static final ScorerChoice PORTABLE = ScorerChoice.named("portable");
  private static final int COLUMNS = FeatureSchema.standard().size();

  /// Readers click on what is high in the first column, like what is high in the second, too, and
  /// look longer at what is high in the third; nobody shares.
  private static List<Example> examples(int count) {
    var gen = Gen.ofSeed(3);
    var examples = new ArrayList<Example>();
    for (int i = 0; i < count; i++) {
      var row = new float[COLUMNS];
      for (int column = 0; column < 5; column++) {
        row[column] = (float) gen.between(-1, 1);
      }
      boolean click = gen.between(0, 1) < (row[0] > 0 ? 0.6 : 0.2);
      boolean like = click && gen.between(0, 1) < (row[1] > 0 ? 0.8 : 0.1);
      int kinds = bit(EngagementKind.IMPRESSION);
      kinds |= click ? bit(EngagementKind.CLICK) : 0;
      kinds |= like ? bit(EngagementKind.LIKE) : 0;
      var at = ExampleGen.START.plus(Duration.ofSeconds(i));
      var served = ExampleGen.served(i, Profile.unknown(), i, 1, "", at);
      examples.add(Example.of(served, row, kinds, row[2] > 0 ? 30 : 5, 1));
    }
    return examples;
  }

  private static int bit(EngagementKind kind) {
    return 1 << kind.ordinal();
  }

  private static RankingModel train(Learner learner, List<Example> examples) {
    var settings =
        new TrainSettings(learner, 100, 9_000, 30, 5, 12, 10, 0.1, 0.7, 9_000, 1, 5, 0.2, 7);
    var training = Trainer.train("m1", examples, TokenEmbedding.empty("e1", 4), settings);
    return ((Training.Trained) training).model();
  }

  private static double[] foretold(RankingModel model, float... first) {
    var row = new float[COLUMNS];
    System.arraycopy(first, 0, row, 0, first.length);
    var foretold = new double[Head.COUNT];
    model.compile(PORTABLE).foretell(row, 1, foretold);
    return foretold;
  }

  @ParameterizedTest
  @EnumSource(Learner.class)
  void everyLearnerForetellsEachKindByWhatMatters(Learner learner) {
    var model = train(learner, examples(6_000));

    double[] both = foretold(model, 0.5f, 0.5f, 0.5f);
    double[] noLike = foretold(model, 0.5f, -0.5f, 0.5f);
    double[] noClick = foretold(model, -0.5f, 0.5f, -0.5f);

    assertThat(both[Head.CLICK.ordinal()]).isGreaterThan(1.7 * noClick[Head.CLICK.ordinal()]);
    assertThat(both[Head.LIKE.ordinal()]).isGreaterThan(1.7 * noLike[Head.LIKE.ordinal()]);
    assertThat(both[Head.LIKE.ordinal()]).isLessThan(both[Head.CLICK.ordinal()]);
    assertThat(both[Head.SHARE.ordinal()]).isLessThan(0.02); // nobody ever did
    assertThat(both[Head.HIDE.ordinal()]).isLessThan(0.02);
    assertThat(both[Head.DWELL.ordinal()]).isPositive();
    if (learner != Learner.LOGISTIC) { // which foretells the mean
      assertThat(both[Head.DWELL.ordinal()]).isGreaterThan(1.7 * noClick[Head.DWELL.ordinal()]);
    }
  }

  @Test
  void headsOnLeavesAreCalibrated() {
    var model = train(Learner.TREES_THEN_LOGISTIC, examples(6_000));
    var fresh = Fold.of(examples(8_000).subList(6_000, 8_000));
    var foretold = new double[fresh.size() * Head.COUNT];
    model.compile(PORTABLE).foretell(fresh.flat(), fresh.size(), foretold);

    for (var head : List.of(Head.POSITIVE, Head.CLICK, Head.LIKE)) {
      double expected = 0;
      for (int row = 0; row < fresh.size(); row++) {
        expected += foretold[row * Head.COUNT + head.ordinal()];
      }
      assertThat(expected / fresh.count(head)).isCloseTo(1, within(0.12));
    }
  }

  @ParameterizedTest
  @EnumSource(Learner.class)
  void aModelIsTheSameOnAnyNumberOfThreads(Learner learner) {
    var examples = examples(600);
    var alone = ModelFile.write(train(learner, examples));
    try (var pool = new ForkJoinPool(3)) {
      assertThat(pool.submit(() -> ModelFile.write(train(learner, examples))).join())
          .isEqualTo(alone);
    }
  }
}
